// Runs once per HTML component: passes clicks on [data-event] to Python and brings what came back into view.
const passed = ['open', 'pick', 'remove'];
element.addEventListener('click', (event) => {
  const source = event.target.closest('[data-event]');
  if (!source) return;
  if (source.dataset.event === 'close') props.value = '';
  else if (passed.includes(source.dataset.event)) trigger(source.dataset.event, { ...source.dataset });
});
element.addEventListener('toggle', (event) => event.target.scrollIntoView({ block: 'nearest' }), true);

let turns = 0;
watch('value', () => {
  const asked = element.querySelectorAll('.wp-turn');
  if (asked.length > turns) asked[asked.length - 1].scrollIntoView({ block: 'start' });
  turns = asked.length;
  const source = element.querySelector('.wp-source');
  if (!source) return;
  const mark = source.querySelector('mark');
  if (mark) mark.scrollIntoView({ block: 'center' });
  else element.scrollTop = 0;
  source.querySelector('h3').focus({ preventScroll: true });
});
