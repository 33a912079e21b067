// Runs once per HTML component: passes clicks on [data-event] to Python and brings what came back into view.
const passed = ['open', 'pick', 'remove', 'go', 'list'];
let turn = 0; // counts what was asked for, so that the same view asked for twice is shown twice
let returnTo = ''; // the [data-key] that was used last: it gets the focus again in the view that follows
const raise = (name, values) => {
  if (name === 'go') {
    turn += 1;
    returnTo = values.key || '';
    element.classList.add('wp-loading');
  }
  trigger(name, { ...values, turn });
};
const jump = (at) => {
  const line = element.querySelector(`[data-at="${Number(at)}"]`);
  if (!line) return false;
  line.scrollIntoView({ block: 'start' });
  line.focus({ preventScroll: true });
  return true;
};
element.addEventListener('click', (event) => {
  const source = event.target.closest('[data-event]');
  if (!source || (source.dataset.to && jump(source.dataset.to))) return;
  if (source.dataset.event === 'close') props.value = '';
  else if (passed.includes(source.dataset.event)) raise(source.dataset.event, { ...source.dataset });
});
element.addEventListener('keydown', (event) => { // what is no button but can be pressed: the points of a chart
  const source = event.target.closest('[role="button"][data-event]');
  if (!source || !['Enter', ' '].includes(event.key)) return;
  event.preventDefault();
  source.dispatchEvent(new MouseEvent('click', { bubbles: true }));
});
element.addEventListener('toggle', (event) => { // only what the reader unfolds, not what comes unfolded
  if (event.target.contains(document.activeElement)) event.target.scrollIntoView({ block: 'nearest' });
}, true);

// A form asks for a view with what is filled in; boxes of one name are joined by commas.
element.addEventListener('submit', (event) => {
  event.preventDefault();
  const data = new FormData(event.target);
  const filled = Object.fromEntries([...data.keys()].map((name) => [name, data.getAll(name).join(',')]));
  const key = (document.activeElement && document.activeElement.dataset.key) || '';
  raise('go', { ...event.target.dataset, ...filled, key });
});
element.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-auto]');
  if (form && event.target.matches('select, [type=checkbox]')) form.requestSubmit();
});
let view = '';
watch('value', () => {
  element.classList.remove('wp-loading');
  const shown = element.querySelector('.wp-browsing');
  const list = element.querySelector('.wp-listing h3');
  if (list) list.focus({ preventScroll: true });
  if (!shown || shown.dataset.turn === '') return;
  for (const fold of shown.querySelectorAll('[data-wide]')) fold.open = innerWidth > 860; // folded on a phone
  const known = returnTo && element.querySelector(`[data-key="${CSS.escape(returnTo)}"]`);
  const title = shown.querySelector('h2');
  const moved = view !== shown.dataset.view || /^(page|from|before|after|to)/.test(returnTo);
  view = shown.dataset.view;
  const reading = shown.querySelector('[data-jump]');
  if (moved) element.scrollTop = 0;
  if (moved && window.scrollY) window.scrollTo(0, 0);
  if (known) known.focus({ preventScroll: true });
  else if (title) title.focus({ preventScroll: true });
  if (reading) jump(reading.dataset.jump);
});

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
