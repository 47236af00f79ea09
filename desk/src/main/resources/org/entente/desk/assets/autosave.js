/* Saves a draft while it is written; without this file the form is saved by its button alone. */
(() => {
  const form = document.querySelector('[data-autosave]');
  if (!form) return;
  const status = document.querySelector('[data-autosaved]');
  const pause = 3000;
  let dirty = false;
  let timer = 0;
  let busy = false;
  let saving = Promise.resolve();

  const say = (words) => { status.textContent = words; };
  const put = (name, value) => document.querySelectorAll(`input[type=hidden][name=${name}]`)
    .forEach((field) => { field.value = value; });

  const send = async (keepalive) => {
    if (!dirty) return;
    dirty = false;
    busy = true;
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive, redirect: 'manual',
      });
      if (!(answer.headers.get('Content-Type') || '').startsWith('application/json')) throw new Error();
      const kept = await answer.json();
      if (answer.ok) { put('base', kept.base); put('seen', kept.seen); }
      say(answer.ok ? kept.said : `Not saved: ${kept.said}`);
    } catch {
      dirty = true;
      say('Not saved by itself: the desk does not answer, or your session has ended. Sign in again in another tab; your words stay here.');
    } finally {
      busy = false;
    }
  };
  const save = (keepalive = false) => {
    clearTimeout(timer);
    timer = 0;
    saving = saving.then(() => send(keepalive));
    return saving;
  };

  form.addEventListener('input', () => {
    dirty = true;
    if (!timer) timer = setTimeout(save, pause);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save(true);
  });
  document.addEventListener('submit', (event) => {
    const own = event.target === form;
    if (event.target.method !== 'post') return;
    if (own) dirty = false;
    if (!busy && !dirty) return;
    event.preventDefault(); // what is under way, or not yet kept, goes first
    const button = event.submitter;
    (own ? saving : save()).then(() => {
      if (own || !dirty) event.target.requestSubmit(button);
    });
  });
})();
