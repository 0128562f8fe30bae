/**
 * Stands in for the program: runs in the page before anything else and answers commands from the scene.
 * It is sent to the page as text, so it may use nothing from outside itself.
 */
export function fakeProgram(answers) {
  const listeners = [];
  const turn = {};
  let callbacks = 0;
  window.unanswered = [];
  window.asked = [];

  function answerOf(command) {
    const answer = answers[command];
    if (answer === null || typeof answer !== 'object' || !('$turns' in answer)) return answer;
    const at = (turn[command] = (turn[command] ?? -1) + 1);
    return answer.$turns[Math.min(at, answer.$turns.length - 1)];
  }

  function answerTo(command, args) {
    if (command === 'plugin:event|listen') {
      listeners.push({ name: args.event, handler: args.handler });
      return Promise.resolve(listeners.length);
    }
    if (command === 'plugin:event|unlisten') return Promise.resolve();
    window.asked.push({ command, args });
    if (!(command in answers)) {
      window.unanswered.push(command);
      return Promise.reject(new Error(`no answer to ${command}`));
    }
    const answer = answerOf(command);
    if (answer !== null && typeof answer === 'object') {
      if ('$fails' in answer) return Promise.reject(answer.$fails);
      if ('$never' in answer) return new Promise(() => undefined);
    }
    return Promise.resolve(structuredClone(answer));
  }

  window.__TAURI_INTERNALS__ = {
    invoke: answerTo,
    transformCallback(callback) {
      callbacks += 1;
      window[`_${callbacks}`] = callback;
      return callbacks;
    },
    unregisterCallback: (id) => Reflect.deleteProperty(window, `_${id}`),
  };
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener: () => undefined };
  window.emitFromProgram = (name, payload) => {
    for (const [id, listener] of listeners.entries())
      if (listener.name === name) window[`_${listener.handler}`]?.({ event: name, id, payload });
  };
}
