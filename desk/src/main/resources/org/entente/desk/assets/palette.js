/* The command palette: Ctrl-K or Cmd-K, type, arrow keys, Enter. An extra; every place it leads to has a link of its own. */
(() => {
  const kinds = { page: 'Page', actor: 'Actor', speaker: 'Speaker', pair: 'Pair', code: 'Code', story: 'Story' };
  const make = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
  };
  const pages = [...document.querySelectorAll('.masthead nav a, .corner a')]
    .map((a) => ({ kind: 'page', name: a.textContent.trim(), href: a.getAttribute('href') }));
  // What stands in the list is of the words before as long as an answer is waited for; Enter then waits, too.
  let dialog, field, list, said, options = [], chosen = -1, timer, asking, waits = false, entered = false;

  const build = () => {
    field = make('input', { type: 'text', id: 'palette-field', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'palette-list',
      'aria-autocomplete': 'list', 'aria-labelledby': 'palette-label', autocomplete: 'off', spellcheck: 'false', maxlength: '100' });
    list = make('ul', { id: 'palette-list', role: 'listbox', 'aria-labelledby': 'palette-label' });
    said = make('p', { class: 'palette-said', role: 'status' });
    dialog = make('dialog', { class: 'palette', 'aria-labelledby': 'palette-label' },
      make('label', { id: 'palette-label', for: 'palette-field' }, 'Go to a page, actor, pair, code or story'), field, list, said);
    document.body.append(dialog);
    field.addEventListener('input', () => { clearTimeout(timer); waits = true; entered = false; timer = setTimeout(ask, 150); });
    field.addEventListener('keydown', keys);
    list.addEventListener('click', (event) => { const option = event.target.closest('[role=option]'); if (option) go(options.indexOf(option)); });
    dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  };

  const choose = (index) => {
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    chosen = index;
    if (index < 0) { field.removeAttribute('aria-activedescendant'); return; }
    field.setAttribute('aria-activedescendant', options[index].id);
    options[index].scrollIntoView({ block: 'nearest' });
  };

  const show = (found, words) => {
    options = found.map((place, i) => {
      const option = make('li', { role: 'option', id: `palette-${i}`, 'aria-selected': 'false', 'data-href': place.href },
        make('span', {}, place.name), make('span', { class: 'small soft' }, kinds[place.kind]));
      return option;
    });
    list.replaceChildren(...options);
    field.setAttribute('aria-expanded', String(options.length > 0));
    said.textContent = words && !options.length ? 'Nothing is called so.' : options.length === 1 ? '1 place' : `${options.length} places`;
    choose(options.length ? 0 : -1);
    waits = false;
    if (entered) { entered = false; go(chosen); }
  };

  const called = (words) => pages.filter((page) => page.name.toLowerCase().split(/\s+/).some((w) => w.startsWith(words)));

  const ask = async () => {
    const words = field.value.trim().toLowerCase();
    const near = words ? called(words) : pages;
    if (asking) asking.abort();
    if (!words) { show(near, words); return; }
    asking = new AbortController();
    try {
      const answer = await fetch(`/find?words=${encodeURIComponent(words)}`, { signal: asking.signal, headers: { Accept: 'application/json' } });
      if (answer.status === 429) { show(near, words); said.textContent = 'Too many questions; wait a minute.'; return; }
      show(near.concat(answer.ok ? (await answer.json()).found : []), words);
    } catch (fault) {
      if (fault.name !== 'AbortError') show(near, words);
    }
  };

  const go = (index) => { if (options[index]) { dialog.close(); location.assign(options[index].dataset.href); } };

  const keys = (event) => {
    const last = options.length - 1;
    const to = { ArrowDown: chosen < last ? chosen + 1 : 0, ArrowUp: chosen > 0 ? chosen - 1 : last, PageDown: last, PageUp: 0 }[event.key];
    if (to !== undefined && options.length) { event.preventDefault(); choose(to); }
    if (event.key === 'Enter') { event.preventDefault(); if (waits) entered = true; else go(chosen); }
  };

  const open = () => {
    if (!dialog) build();
    if (dialog.open) { dialog.close(); return; }
    clearTimeout(timer);
    if (asking) asking.abort();
    entered = false;
    field.value = '';
    show(pages, '');
    dialog.showModal();
    field.focus();
  };

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') { event.preventDefault(); open(); }
  });
  const words = document.querySelector('.colophon p');
  if (words) {
    const button = make('button', { type: 'button', class: 'plain small', 'aria-keyshortcuts': 'Control+K Meta+K' }, 'Go to … ', make('kbd', {}, 'Ctrl K'));
    button.addEventListener('click', open);
    words.append(' ', button);
  }
})();
