/** Evidence of each criterion: a document's number, an address or a file, sent as it is given. */
(() => {
  const form = document.getElementById('score');
  const words = JSON.parse(form.dataset.words);
  /** Bytes: what the server would refuse is not sent at all. */
  const LIMIT = 20 * 1024 * 1024;

  for (const row of form.querySelectorAll('.criterion')) {
    const proof = row.querySelector('.proof');
    if (proof) watch(proof, row.dataset.key);
  }

  function watch(proof, key) {
    const list = proof.querySelector('ul');
    const count = proof.querySelector('.count');
    const state = proof.querySelector('.told');
    const text = proof.querySelector('input[type="text"]');
    const file = proof.querySelector('input[type="file"]');

    async function ask(path, options) {
      state.textContent = words.saving;
      try {
        const answer = await fetch(`${form.dataset.at}/${path}`, options);
        const told = await answer.json();
        state.textContent = answer.ok ? words.saved : (told.message ?? told.error?.message ?? '');
        if (answer.ok) show(told.evidence);
        return answer.ok;
      } catch {
        state.textContent = words.notSent;
        return false;
      }
    }

    function show(evidence) {
      count.textContent = evidence.length === 0 ? '' : ` (${evidence.length})`;
      list.replaceChildren(
        ...evidence.map(one => {
          const item = document.createElement('li');
          const name = document.createElement('span');
          name.textContent = one.text;
          item.append(name);
          if (text) {
            const button = document.createElement('button');
            button.type = 'button';
            button.textContent = words.remove;
            button.setAttribute('aria-label', `${words.remove} ${one.text}`);
            button.addEventListener('click', () => ask(`evidence/${one.id}`, { method: 'DELETE' }));
            item.append(button);
          }
          return item;
        }),
      );
    }

    show(JSON.parse(proof.dataset.evidence));
    if (!text) return;
    const add = async () => {
      if (text.value.trim() === '') return;
      const body = JSON.stringify({ key, text: text.value });
      const headers = { 'Content-Type': 'application/json' };
      if (await ask('evidence', { method: 'POST', headers, body })) text.value = '';
    };
    proof.querySelector('.add').addEventListener('click', add);
    text.addEventListener('keydown', event => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      proof.querySelector('.add').click();
    });
    file.addEventListener('change', async () => {
      for (const one of file.files) {
        if (one.size > LIMIT) {
          state.textContent = words.tooLarge;
          continue;
        }
        const query = new URLSearchParams({ key, name: one.name });
        if (!(await ask(`file?${query}`, { method: 'POST', body: one }))) break;
      }
      file.value = '';
    });
  }
})();
