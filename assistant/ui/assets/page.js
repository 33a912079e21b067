// Page-wide behaviour: quotes on hover, copying, Esc, and an Enter that only confirms pinyin sends nothing.
(() => {
  const tip = document.createElement('div');
  tip.className = 'wp-tip';
  tip.setAttribute('role', 'tooltip');

  let quoted = null; // the mark whose quote is shown
  const showQuote = (mark) => {
    quoted = mark;
    if (!mark) return tip.remove();
    const from = document.createElement('b');
    from.textContent = mark.dataset.from ? `《${mark.dataset.from}》` : '';
    tip.replaceChildren(from, document.createTextNode(mark.dataset.quote));
    document.body.append(tip);
    const place = mark.getBoundingClientRect();
    const left = Math.min(Math.max(8, place.left - 24), window.innerWidth - tip.offsetWidth - 8);
    const above = place.top - tip.offsetHeight - 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 8 ? above : place.bottom + 8}px`;
  };
  const within = (event, selector) => event.target instanceof Element && event.target.closest(selector);
  for (const kind of ['mouseover', 'focusin']) {
    document.addEventListener(kind, (event) => showQuote(within(event, '[data-quote]') || null));
  }
  document.addEventListener('scroll', () => showQuote(quoted && quoted.isConnected ? quoted : null), true);

  const copySelected = (text) => {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    return isCopied;
  };
  // Plain http on a local network has no clipboard, and a browser may refuse the one it has.
  const copyText = async (text) => {
    if (!navigator.clipboard) return copySelected(text);
    return navigator.clipboard.writeText(text).then(() => true, () => copySelected(text));
  };
  document.addEventListener('click', async (event) => {
    const button = within(event, '[data-copy], [data-copy-link]');
    if (!button || button.dataset.told) return;
    const isCopied = await copyText('copy' in button.dataset ? button.dataset.copy : location.href);
    const label = [...button.childNodes];
    button.dataset.told = 'yes';
    button.textContent = isCopied ? '已复制' : '未能复制，请选中文字后复制';
    setTimeout(() => {
      button.replaceChildren(...label);
      delete button.dataset.told;
    }, 1500);
  });

  // Gradio breaks off its own requests when the page is left, and complains of it.
  let isLeaving = false;
  window.addEventListener('pagehide', () => { isLeaving = true; });
  window.addEventListener('pageshow', () => { isLeaving = false; });
  window.addEventListener('beforeunload', () => {
    isLeaving = true;
    setTimeout(() => { isLeaving = false; }, 3000); // a download leaves the page where it is
  });
  const { error } = console;
  console.error = (...said) => { if (!isLeaving) error(...said); };

  // Who is no longer logged in is led to where people log in, and back.
  const { fetch } = window;
  window.fetch = async (...request) => {
    const response = await fetch(...request);
    if (response.status === 401) {
      location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    }
    return response;
  };

  // On a narrow page the list of conversations is a drawer.
  const drawer = (open, clicked) => {
    document.querySelector('#wp-tabs').classList.toggle('wp-drawer', open);
    for (const button of document.querySelectorAll('[data-drawer]')) button.setAttribute('aria-expanded', open);
    if (open) {
      window.wpAddress.cover();
      document.querySelector('#wp-talks button').focus();
    } else window.wpAddress.uncover(clicked);
  };
  window.addEventListener('popstate', () => { if (document.querySelector('.wp-drawer')) drawer(false); });
  document.addEventListener('click', (event) => {
    const isOpen = document.querySelector('.wp-drawer');
    if (within(event, '[data-drawer]')) drawer(!isOpen, event.target);
    else if (isOpen && (!within(event, '.wp-talks') || within(event, '.wp-fresh, .wp-talk'))) drawer(false, event.target);
  });

  // Gradio speaks English in the few messages it does not translate.
  const messages = [
    [/maximum allowed size/i, '文件太大，超过了每个文件的上限。请拆分或压缩图片后再上传'],
    [/connection|fetch|reconnect/i, '与程序的连接断了。请确认程序还在运行，然后刷新页面'],
    [/busy|queue/i, '现在使用的人太多，请稍后再试'],
    [/[A-Za-z]{3}/, '这一步没有完成，请再试一次'],
  ];
  const spoken = { complete: '已完成', progress: '进行中', loading: '正在载入', error: '没有完成' };
  new MutationObserver(() => {
    for (const status of document.querySelectorAll('.sr-only[role="status"]')) {
      const key = /^common\.(\w+)/.exec(status.textContent.trim()); // what Gradio has no Chinese for
      if (key) status.firstChild.nodeValue = spoken[key[1]] || '';
    }
    for (const text of document.querySelectorAll('[data-testid="toast-text"]')) {
      const own = /[\u4e00-\u9fff“][^"{}]{8,}/.exec(text.textContent); // what the server says itself
      const known = messages.find(([pattern]) => pattern.test(text.textContent));
      if (!known) continue;
      text.firstChild.nodeValue = own ? own[0] : known[1]; // only the words: the elements are Gradio's
      text.closest('.toast-body').querySelector('.toast-title').firstChild.nodeValue = '提示';
    }
  }).observe(document, { childList: true, characterData: true, subtree: true });

  let opener = null;
  document.addEventListener('click', (event) => {
    const source = within(event, '[data-event="open"], [data-event="filters"]');
    if (source && !source.closest('.wp-source')) opener = source;
    showQuote(null);
  }, true);
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) event.stopPropagation();
    if (event.key !== 'Escape') return;
    showQuote(null);
    if (document.querySelector('.wp-drawer')) {
      drawer(false);
      document.querySelector('[data-drawer]').focus();
      return;
    }
    const opened = within(event, 'details[open]:not(.wp-outline, .wp-facet, .wp-related)');
    if (opened) {
      opened.querySelector('summary').click();
      opened.querySelector('summary').focus();
      return;
    }
    const closers = [...document.querySelectorAll('.wp-close')].filter((button) => button.offsetParent);
    closers.forEach((button) => button.click());
    if (closers.length && opener && opener.isConnected) opener.focus();
  }, true);
  document.addEventListener('click', (event) => { // the × of a panel gives the focus back too
    if (within(event, '.wp-close') && event.isTrusted && opener && opener.isConnected) opener.focus();
  });
})();
