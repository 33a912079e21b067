// Text on the page whose contrast with what lies behind it is below WCAG AA: [ratio, words, colours].
const channels = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
const luminance = ([r, g, b]) => {
  const part = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
};
const ground = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const colour = channels(getComputedStyle(e).backgroundColor);
    if (colour.length === 3 || colour[3] === 1) return colour;
  }
  return [255, 255, 255];
};
const ratio = (a, b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
const found = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  const words = texts.currentNode.textContent.trim();
  if (!words || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  const style = getComputedStyle(element);
  const size = parseFloat(style.fontSize);
  const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
  const reached = ratio(channels(style.color), ground(element));
  if (reached < needed) found.push([reached.toFixed(2), words.slice(0, 30), style.color, ground(element).join()]);
}
for (const box of document.querySelectorAll('input, textarea')) {
  if (!box.checkVisibility() || !box.placeholder) continue;
  const reached = ratio(channels(getComputedStyle(box, '::placeholder').color), ground(box));
  if (reached < 4.5) found.push([reached.toFixed(2), box.placeholder, 'placeholder']);
}
return found;
