// An answer stands still when the program has gone away: once it is back, the page begins anew and the answer with it.
(() => {
  const SECONDS = 3; // shorter than any start of the program
  let isLost = false;
  setInterval(async () => {
    const isWaiting = document.querySelector('.wp-asking .wp-dots, .wp-asking .wp-writing');
    if (!isWaiting) { isLost = false; return; }
    try {
      await fetch('/health');
      if (isLost) location.reload();
    } catch { isLost = true; }
  }, SECONDS * 1000);
})();
