/** Sends chosen files one by one, shows how far each is, and hands them over when told to. */
(() => {
  const form = document.getElementById('upload');
  const list = document.getElementById('files');
  const send = document.getElementById('send');
  const problem = document.getElementById('problem');
  const done = document.getElementById('done');
  const at = form.dataset.at;
  const words = JSON.parse(form.dataset.words);
  /** Bytes: what the server would refuse is not sent at all. */
  const LIMIT = 20 * 1024 * 1024;

  /** Known to the server. */
  let kept = JSON.parse(form.dataset.files);
  /** Not there yet: being sent, waiting, or refused. */
  const pending = [];
  let sending = false;

  function item(name, note, button) {
    const li = document.createElement('li');
    const add = (tag, className, text) => {
      const part = document.createElement(tag);
      part.className = className;
      part.textContent = text;
      li.append(part);
      return part;
    };
    add('span', 'name', name);
    if (note) add('span', 'note', note);
    if (button) {
      const press = add('button', '', button.label);
      press.type = 'button';
      press.setAttribute('aria-label', `${button.label} ${name}`);
      press.addEventListener('click', button.act);
    }
    return li;
  }

  const size = bytes =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;

  function show() {
    const rows = kept.map(file =>
      item(file.name, size(file.size), { label: words.remove, act: () => remove(file.position) }),
    );
    for (const one of pending) {
      const again = one.retry
        ? { label: words.again, act: () => retry(one) }
        : one.problem && { label: words.remove, act: () => drop(one) };
      const li = item(one.file.name, one.problem ?? size(one.file.size), again);
      if (one.problem) li.className = 'bad';
      else {
        const bar = document.createElement('progress');
        bar.max = 1;
        bar.value = one.part;
        one.bar = bar;
        li.append(bar);
      }
      rows.push(li);
    }
    list.replaceChildren(...rows);
    send.disabled = kept.length === 0 || pending.some(one => !one.problem);
  }

  function say(text) {
    problem.textContent = text;
    problem.hidden = text === '';
  }

  /** Resolves with the answer; `network` where there is none. */
  function call(method, path, body, progress) {
    return new Promise(resolve => {
      const request = new XMLHttpRequest();
      request.open(method, at + path);
      request.responseType = 'json';
      if (progress) request.upload.onprogress = progress;
      request.onload = () => resolve({ ok: request.status < 300, ...request.response });
      request.onerror = () => resolve({ ok: false, network: true });
      request.ontimeout = request.onerror;
      request.send(body);
    });
  }

  const messageOf = answer => answer.error?.message ?? words.connection;

  async function next() {
    const one = pending.find(waiting => !waiting.problem);
    if (sending || !one) return;
    sending = true;
    const answer = await call('POST', `/files?name=${encodeURIComponent(one.file.name)}`, one.file, event => {
      one.part = event.lengthComputable ? event.loaded / event.total : 0;
      if (one.bar) one.bar.value = one.part;
    });
    sending = false;
    if (answer.ok) {
      kept = answer.files;
      pending.splice(pending.indexOf(one), 1);
    } else {
      one.problem = messageOf(answer);
      one.retry = answer.network === true || answer.error?.code === 'not-in-time';
    }
    show();
    void next();
  }

  function add(input) {
    say('');
    for (const file of input.files)
      pending.push({ file, part: 0, ...(file.size > LIMIT && { problem: words.tooLarge }) });
    input.value = '';
    show();
    void next();
  }

  function drop(one) {
    pending.splice(pending.indexOf(one), 1);
    show();
  }

  function retry(one) {
    one.problem = undefined;
    one.retry = false;
    one.part = 0;
    show();
    void next();
  }

  async function remove(position) {
    const answer = await call('DELETE', `/files/${position}`);
    if (answer.ok) kept = answer.files;
    say(answer.ok ? '' : messageOf(answer));
    show();
  }

  async function finish(event) {
    event.preventDefault();
    send.disabled = true;
    say('');
    const answer = await call('POST', '/done');
    if (answer.ok) {
      form.hidden = true;
      done.textContent = answer.message;
      done.hidden = false;
      // Used up: it is good for nothing more.
      document.getElementById('until').hidden = true;
      return;
    }
    say(messageOf(answer));
    show();
  }

  for (const id of ['pick', 'camera']) {
    const input = document.getElementById(id);
    input.addEventListener('change', () => add(input));
  }
  form.addEventListener('submit', finish);
  show();
})();
