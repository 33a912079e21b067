// The address names what is on the page: a conversation, a tab, a view of the tab 浏览; the browser's Back goes there.
window.wpAddress = (() => {
  const TABS = { 问答: 'ask', 浏览: 'browse', 起草: 'draft', 文档库: 'library', 用户: 'users' };
  const NARROW = 860; // as in page.css: panels lie over the page
  const here = () => location.pathname + location.search;
  const asked = () => new URLSearchParams(location.search);
  const known = (slug) => (Object.values(TABS).includes(slug) ? slug : 'ask');
  let tab = known(asked().get('tab'));
  const addresses = { ask: tab === 'ask' ? here() : '/', browse: tab === 'browse' ? here() : '/?tab=browse' };
  let wanted = tab === 'browse' && asked().get('at') ? asked() : null;
  let showView = () => {};

  const button = (slug) => [...document.querySelectorAll('[role="tab"], .overflow-dropdown button')]
    .find((each) => TABS[each.textContent.trim()] === slug);
  const go = (address) => { if (address !== here()) history.pushState(null, '', address); };
  const values = (query) => {
    const { tab: _, at: view, ...chosen } = Object.fromEntries(query);
    return { view, ...chosen };
  };

  // A tab that the address names is opened as soon as it is there; a reader without it stays where he is.
  if (tab !== 'ask') {
    const watching = new MutationObserver(() => {
      const named = button(tab);
      if (!named) return;
      watching.disconnect();
      named.click();
    });
    watching.observe(document, { childList: true, subtree: true });
    setTimeout(() => watching.disconnect(), 20000);
  }
  document.addEventListener('click', (event) => {
    const clicked = event.target instanceof Element && event.target.closest('[role="tab"], .overflow-dropdown button');
    const slug = clicked && TABS[clicked.textContent.trim()];
    if (!slug || slug === tab) return;
    tab = slug;
    go(addresses[slug] || `/?tab=${slug}`);
  }, true);

  // On a phone a panel lies over the page: Back closes it, so there must be a step to go back.
  const OPENS = '[data-event="open"], [data-event="list"], [data-event="filters"], [data-act="preview"], [data-act="trash"]';
  const panels = () => [...document.querySelectorAll('.wp-close')].filter((close) => close.offsetParent);
  const isPanel = () => Boolean(history.state && history.state.panel);
  const cover = () => { if (!isPanel()) history.pushState({ panel: true }, '', here()); };
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || innerWidth > NARROW) return;
    if (event.target.closest(OPENS)) cover();
    else if (event.target.closest('.wp-close') && event.isTrusted && isPanel() && panels().length === 1) history.back();
  }, true);

  window.addEventListener('popstate', () => {
    if (innerWidth <= NARROW) panels().forEach((close) => close.click());
    const slug = known(asked().get('tab'));
    if (slug !== tab) {
      tab = slug;
      button(slug)?.click();
    }
    if (slug === 'ask') {
      if (here() !== addresses.ask) history.replaceState(null, '', addresses.ask);
    } else if (slug === 'browse' && here() !== addresses.browse) {
      addresses.browse = here();
      showView(values(asked()));
    }
  });

  return {
    /** The conversation on the page has this address. */
    talk: (address) => {
      addresses.ask = address;
      if (tab === 'ask' && address !== here()) history.replaceState(history.state, '', address);
    },
    /** A reader has gone to a view of the tab 浏览. */
    went: ({ view, event, key, to, turn, ...chosen }) => {
      const kept = Object.entries(chosen).filter(([, value]) => value);
      addresses.browse = `/?${new URLSearchParams([['tab', 'browse'], ['at', view || 'shelves'], ...kept])}`;
      if (tab === 'browse') go(addresses.browse);
    },
    /** What shows a view when the browser goes back to it; gives the view that the page was opened with. */
    shows: (show) => {
      showView = show;
      const first = wanted;
      wanted = null;
      return first && values(first);
    },
    open: (slug) => button(slug)?.click(),
    /** The drawer of conversations lies over the page, which is a step of its own like that of a panel. */
    cover,
    /** The drawer is closed, by a click or otherwise; a click that opens a panel needs the step itself. */
    uncover: (clicked) => {
      if (isPanel() && !panels().length && !(clicked && clicked.closest(OPENS))) history.back();
    },
  };
})();
