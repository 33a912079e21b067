// Runs once per HTML component: passes clicks on [data-event] to Python and brings what came back into view.
const passed = ['open', 'pick', 'remove'];
element.addEventListener('click', (event) => {
  const source = event.target.closest('[data-event]');
  if (!source) return;
  if (source.dataset.event === 'close') props.value = '';
  else if (passed.includes(source.dataset.event)) trigger(source.dataset.event, { ...source.dataset });
});
element.addEventListener('toggle', (event) => event.target.scrollIntoView({ block: 'nearest' }), true);

// A new question goes to the top and stays there while its answer grows, unless the reader scrolls.
let turns = 0;
let following = false;
for (const kind of ['wheel', 'touchmove', 'keydown']) {
  element.addEventListener(kind, () => { following = false; }, { passive: true });
}
watch('value', () => {
  const asked = element.querySelectorAll('.wp-turn');
  if (asked.length > turns) following = true;
  turns = asked.length;
  if (following && turns) asked[turns - 1].scrollIntoView({ block: 'start' });
  const source = element.querySelector('.wp-source');
  if (!source) return;
  const text = source.querySelector('.wp-scroll');
  const mark = text.querySelector('mark');
  if (mark) mark.scrollIntoView({ block: mark.offsetHeight < text.clientHeight ? 'center' : 'start' });
  else text.scrollTop = 0;
  source.querySelector('h3').focus({ preventScroll: true });
});
