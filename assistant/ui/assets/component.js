// Runs once per HTML component: passes clicks and forms to Python and brings what came back into view.
const pass = (source, kind, more = {}) => {
  if (passed.includes(kind)) trigger(kind, { ...source.dataset, ...more });
};
element.addEventListener('click', (event) => {
  const source = event.target.closest('[data-event]');
  if (!source || source.tagName === 'FORM') return;
  if (source.tagName === 'A') {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // opens beside this page
    event.preventDefault();
  }
  if (source.dataset.event === 'whole') first = element.querySelector('.wp-turn').id;
  if (source.dataset.event === 'close') props.value = '';
  else pass(source, source.dataset.event);
});
element.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.dataset.event) return; // one that leads to another page
  event.preventDefault();
  pass(form, form.dataset.event, { fields: [...new FormData(form)] });
  if (!form.dataset.act) form.closest('details').querySelector('summary').click();
});
// In the tab 浏览 somebody wants to ask about one document.
if (element.closest('.wp-chips')) {
  document.addEventListener('wp-about', (event) => trigger('about', { doc: event.detail }));
}
// What the reader has unfolded stays so when its surroundings change.
const unfolded = new Set();
element.addEventListener('click', (event) => {
  const summary = event.target.closest('[data-keep] > summary');
  if (!summary) return;
  const { open, dataset } = summary.parentElement; // as it is before this click
  if (open) unfolded.delete(dataset.keep);
  else unfolded.add(dataset.keep);
});
element.addEventListener('change', (event) => {
  const form = event.target.closest('[data-change]');
  if (form && event.target.name) pass(form, form.dataset.change, { fields: [...new FormData(form)] });
});
element.addEventListener('input', (event) => {
  if (!event.target.matches('[data-find]')) return;
  const words = event.target.value.trim().toLowerCase();
  for (const option of event.target.closest('details').querySelectorAll('label')) {
    option.hidden = !option.textContent.toLowerCase().includes(words);
  }
});
element.addEventListener('toggle', (event) => {
  const shown = event.target.querySelector('form') || event.target;
  if (event.target.open) shown.scrollIntoView({ block: 'nearest' });
}, true);

// A new question goes to the top and stays there while its answer grows, unless the reader scrolls.
let newest = '';
let following = false;
for (const kind of ['wheel', 'touchmove', 'keydown']) {
  element.addEventListener(kind, () => { following = false; }, { passive: true });
}
// The question box is emptied when its question is on the page, not before.
const empty = (asked) => {
  const box = document.querySelector('#question textarea');
  if (!box || box.value.trim() !== asked.querySelector('.wp-question').textContent) return;
  box.value = '';
  box.dispatchEvent(new Event('input', { bubbles: true }));
};
const follow = () => {
  const last = [...element.querySelectorAll('.wp-turn')].pop();
  if (!last) newest = '';
  else if (last.id !== newest || last.querySelector('.wp-waiting .wp-dots')) {
    following = true; // a question, also one that is asked again, or a conversation that is opened
    newest = last.id;
    empty(last);
  }
  if (following && last) last.scrollIntoView({ block: 'start' });
};
// Earlier turns come in above the one that was the first, which stays where it is.
let first = '';
const unfold = () => {
  const was = document.getElementById(first);
  first = '';
  if (!was) return;
  following = false;
  was.scrollIntoView({ block: 'start' });
  const question = was.querySelector('.wp-question');
  question.tabIndex = -1;
  question.focus({ preventScroll: true });
};

const showSource = (source) => {
  const text = source.querySelector('.wp-scroll');
  const outline = source.querySelector('.wp-outline');
  if (outline) {
    outline.open = window.matchMedia('(min-width: 861px)').matches;
    const current = outline.querySelector('[aria-current]');
    if (current) outline.scrollTop = current.offsetTop - outline.clientHeight / 2;
  }
  const mark = text.querySelector('mark');
  if (mark) mark.scrollIntoView({ block: mark.offsetHeight < text.clientHeight ? 'center' : 'start' });
  else text.scrollTop = 0;
};

// The address names the conversation on the page; one that was left without its answer is taken up again.
const showAddress = (head) => {
  const address = head.dataset.talk ? `/?c=${encodeURIComponent(head.dataset.talk)}` : '/';
  window.wpAddress.talk(address);
  if ('pending' in head.dataset) trigger('resume', {});
  if ('busy' in head.dataset && !isOnTop(head)) trigger('relist', {});
};
// A question moves its conversation to the top of the list, and the first one gives it its title.
const isOnTop = (head) => {
  const top = document.querySelector('.wp-listed .wp-talk');
  return top && top.dataset.talkId === head.dataset.talk
    && top.textContent === head.querySelector('.wp-headline-title').textContent;
};

watch('value', () => {
  for (const part of element.querySelectorAll('[data-keep]')) part.open = unfolded.has(part.dataset.keep);
  follow();
  unfold();
  const head = element.querySelector('[data-talk]');
  if (head) showAddress(head);
  const source = element.querySelector('.wp-source');
  if (source) showSource(source);
  const opened = element.querySelector(':is(.wp-source, .wp-filter) h3');
  if (opened) opened.focus({ preventScroll: true });
});
