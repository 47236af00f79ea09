/* Single keys on the review page; a switch turns them off, and typing in a field is left alone. */
(() => {
  const keys = document.querySelector('[data-keys="review"]');
  if (!keys) return;
  const store = 'entente-review-keys';
  const box = document.querySelector('[data-keys-switch]');
  box.closest('.keys').hidden = false;
  box.checked = localStorage.getItem(store) !== 'off';
  box.addEventListener('change', () => localStorage.setItem(store, box.checked ? 'on' : 'off'));
  document.addEventListener('keydown', (event) => {
    if (!box.checked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input:not([type=checkbox]), select, textarea')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const target = event.key === 'w'
      ? keys.querySelector('[name=reason]')
      : keys.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (target.tagName === 'BUTTON') target.click();
    else { target.focus(); target.select(); }
  });
})();
