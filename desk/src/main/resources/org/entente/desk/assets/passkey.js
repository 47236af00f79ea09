// Passkeys: buttons that need them show only where the browser has them.
(() => {
  const able = window.PublicKeyCredential
    && PublicKeyCredential.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON;
  if (!able) return;

  const send = async (path, token, body) => {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'X-CSRF-TOKEN': token, 'Content-Type': 'application/json', Accept: 'application/json' },
      body: body === undefined ? '{}' : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error('refused');
    return answer.json();
  };

  const acts = {
    make: async (box, token) => {
      const asked = await send('/account/passkeys/options', token);
      const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) });
      const label = box.querySelector('[name=label]')?.value ?? '';
      return send('/account/passkeys?label=' + encodeURIComponent(label), token, made.toJSON());
    },
    use: async (box, token) => {
      const asked = await send('/sign-in/passkey/options', token);
      const signed = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
      const next = document.querySelector('[name=next]')?.value ?? '/';
      return send('/sign-in/passkey?next=' + encodeURIComponent(next), token, signed.toJSON());
    },
  };

  for (const box of document.querySelectorAll('[data-passkey]')) {
    box.hidden = false;
    const button = box.querySelector('button[type=button]');
    if (!button) continue;
    button.addEventListener('click', async () => {
      const said = box.querySelector('[role=status]');
      said.textContent = '';
      try {
        const token = document.querySelector('[name=_csrf]').value;
        const { next } = await acts[box.dataset.passkey](box, token);
        if (next.split('#')[0] === location.pathname) location.reload();
        else location.assign(next);
      } catch (e) {
        said.textContent = 'That did not work. Try again, or use another way.';
      }
    });
  }
})();
