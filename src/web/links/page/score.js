/** Saves each answer as it is given; what could not be sent is tried again. */
(() => {
  const form = document.getElementById('score');
  const standing = document.getElementById('standing');
  const words = JSON.parse(form.dataset.words);
  /** Milliseconds: after the last key; after a failed try. */
  const PAUSE = 700;
  const AGAIN = 4000;

  for (const row of form.querySelectorAll('.criterion')) watch(row);

  function watch(row) {
    const field = row.querySelector('.answer');
    const state = row.querySelector('.state');
    let timer = 0;
    let sent = field.value;
    let busy = false;

    const say = (text, mood, ...buttons) => {
      row.dataset.mood = mood;
      state.replaceChildren(text, ...buttons);
    };
    const later = ms => {
      clearTimeout(timer);
      timer = setTimeout(save, ms);
    };
    field.addEventListener('input', () => later(PAUSE));
    field.addEventListener('change', () => later(0));

    async function save(anyway = false) {
      if (busy) return later(PAUSE);
      const text = field.value;
      if ((text === sent && !anyway) || text === '') return;
      busy = true;
      say(words.saving, 'saving');
      try {
        const answer = await fetch(`${form.dataset.at}/answer`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ key: row.dataset.key, saw: Number(row.dataset.saw), text }),
        });
        const told = await answer.json();
        sent = text;
        if (answer.ok) took(told, text);
        else if (answer.status === 409 && told.saw) disagree(told);
        else say(told.message ?? told.error?.message ?? '', 'bad');
      } catch {
        say(words.offline, 'bad');
        later(AGAIN);
      } finally {
        busy = false;
      }
    }

    function took(told, text) {
      row.dataset.saw = told.saw;
      if (field.tagName === 'INPUT' && field.value === text) {
        field.value = told.text;
        sent = told.text;
      }
      standing.textContent = told.standing;
      say(words.saved, 'good');
    }

    function disagree(told) {
      const button = (label, act) => {
        const made = document.createElement('button');
        made.type = 'button';
        made.textContent = label;
        made.addEventListener('click', act);
        return made;
      };
      row.dataset.saw = told.saw;
      const keep = button(told.keep, () => {
        if (field.tagName === 'INPUT') field.value = told.text;
        sent = field.value;
        say('', '');
        if (field.tagName !== 'INPUT') location.reload();
      });
      say(
        `${told.message} `,
        'bad',
        keep,
        button(`${words.overwrite} ${field.value}`, () => save(true)),
      );
    }
  }
})();
