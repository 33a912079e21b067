// Runs once per area of the tab 浏览: clicks and forms ask for views and lists, and focus stays where it was.
let turn = 0; // counts what was asked for, so that the same view asked for twice is shown twice
let returnTo = ''; // the [data-key] that was used last: it gets the focus again in the view that follows
let view = 'shelves';
const raise = (name, values) => {
  if (!passed.includes(name)) return;
  if (name === 'go') {
    turn += 1;
    returnTo = values.key || '';
    element.classList.add('wp-loading');
    if (!values.quietly) window.wpAddress.went(values);
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
const focusQuestion = (tries) => { // its tab may need a moment to show
  const box = document.querySelector('#question textarea');
  box.focus();
  if (document.activeElement !== box && tries) requestAnimationFrame(() => focusQuestion(tries - 1));
};
element.addEventListener('click', (event) => {
  const fact = event.target.closest('.wp-fact[data-quote]'); // a finger has no hover
  if (fact) fact.dispatchEvent(new Event('focusin', { bubbles: true }));
  const source = event.target.closest('[data-event]');
  if (!source || (source.dataset.to && jump(source.dataset.to))) return;
  if (source.dataset.event === 'about') {
    window.wpAddress.open('ask');
    document.dispatchEvent(new CustomEvent('wp-about', { detail: source.dataset.doc }));
    focusQuestion(60);
  } else if (source.dataset.event === 'close') props.value = '';
  else raise(source.dataset.event, { ...source.dataset });
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

const showView = (shown) => {
  for (const fold of shown.querySelectorAll('[data-wide]')) fold.open = innerWidth > 860; // folded on a phone
  const moved = view !== shown.dataset.view || /^(page|from|before|after|to)/.test(returnTo);
  view = shown.dataset.view;
  if (moved) element.closest('.wp-browse').querySelector(':scope > .wp-work').scrollTop = 0;
  if (moved && window.scrollY) window.scrollTo(0, 0);
  const used = returnTo && element.querySelector(`[data-key="${CSS.escape(returnTo)}"]`);
  const focused = used || shown.querySelector('h2');
  if (focused) focused.focus({ preventScroll: true });
  const reading = shown.querySelector('[data-jump]');
  if (reading) jump(reading.dataset.jump);
};
let isFirst = !element.closest('.wp-lists');
watch('value', () => {
  element.classList.remove('wp-loading');
  if (isFirst && element.querySelector('.wp-browsing')) { // the address may name another view than the one the tab opens with
    isFirst = false;
    const back = (values) => raise('go', { ...values, quietly: true });
    const first = window.wpAddress.shows(back);
    if (first) back(first);
  }
  const shown = element.querySelector('.wp-browsing');
  if (shown && shown.dataset.turn) showView(shown);
  const list = element.querySelector('.wp-listing h3');
  if (list) list.focus({ preventScroll: true });
});

// A source lies over a list: Esc closes the one on top and gives the focus back to what opened it.
if (!window.wpPanels) {
  window.wpPanels = [];
  const tab = () => element.closest('.wp-browse');
  window.addEventListener('click', (event) => {
    const source = event.target instanceof Element && event.target.closest('[data-event="open"], [data-event="list"]');
    if (source && tab().contains(source) && !source.closest('.wp-source')) window.wpPanels.push(source);
  }, true);
  window.addEventListener('keydown', (event) => {
    const closers = [...tab().querySelectorAll('.wp-close')].filter((button) => button.offsetParent);
    if (event.key !== 'Escape' || !closers.length) return;
    event.stopPropagation();
    closers.at(-1).click();
    let opener = window.wpPanels.pop();
    while (opener && !opener.isConnected) opener = window.wpPanels.pop();
    if (opener) opener.focus();
  }, true);
}
