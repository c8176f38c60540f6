"use strict";
/* The study as a participant sees it. jsPsych leads through it; a trial is a sheet, a pair or a
   question. */

Shelf.open().then((shelf) => {
  const study = REVISAGE_STUDY;
  const session = new Session(study, new URLSearchParams(location.search), shelf);
  let kept = true;
  let gone = null;

  /* ---- words and elements: text is only ever set as text ---- */

  function say(key, ...parts) {
    const words = study.words[session.state.language] || study.words[study.languages[0]];
    return parts.reduce((text, part, i) => text.replaceAll("{" + i + "}", part), words[key]);
  }

  function make(tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (/^(aria-.*|role|class|for)$/.test(name)) {
        element.setAttribute(name, value);
      } else {
        element[name] = value;
      }
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  function button(text, run, kind) {
    return make("button", { type: "button", class: kind || "", onclick: run }, text);
  }

  function picture(code, text) {
    return make("img", { src: "pictures/" + code + ".png", alt: text, draggable: false });
  }

  function loaded(root) {
    return Promise.all(Array.from(root.querySelectorAll("img"), (image) => image.decode().catch(() => {})));
  }

  function speak(language) {
    session.state.language = language;
    document.documentElement.lang = language;
  }

  function show(...views) {
    document.getElementById("study").replaceChildren(...views);
    window.scrollTo(0, 0);
  }

  /* ---- what jsPsych leads through ---- */

  /* A view that is drawn when its turn comes, and says itself when it is done. */
  class Shown {
    static info = {
      name: "shown",
      version: "1",
      parameters: { draw: { type: jsPsychModule.ParameterType.FUNCTION, default: undefined } },
      data: {},
    };

    constructor(jsPsych) {
      this.jsPsych = jsPsych;
    }

    trial(display, trial) {
      const view = trial.draw((data) => {
        if (view.close) {
          view.close();
        }
        this.jsPsych.finishTrial(data || {});
      });
      display.replaceChildren(...view.nodes);
      window.scrollTo(0, 0);
      if (view.focus) {
        view.focus.focus({ preventScroll: true });
      }
      loaded(display).then(() => view.open && view.open());
    }
  }

  /* ---- one question ---- */

  class Question {

    constructor(screen, position, done) {
      this.screen = screen;
      this.position = position;
      this.done = done;
      this.chosen = [];
      this.none = false;
      this.first = null;
      this.last = null;
      this.step = null;
      this.from = null;
      this.keys = (event) => this.key(event);
      this.nodes = [bar(position), this.draw()];
    }

    open() {
      this.from = performance.now();
      document.addEventListener("keydown", this.keys);
    }

    close() {
      document.removeEventListener("keydown", this.keys);
    }

    draw() {
      this.photos = this.screen.options.map((code, i) => make("button",
        { type: "button", class: "photo", "aria-pressed": "false", onclick: () => this.toggle(i) },
        picture(code, say("question.photo", i + 1)), make("span", { class: "key" }, String(i + 1))));
      this.noneButton = make("button",
        { type: "button", class: "none", "aria-pressed": "false", onclick: () => this.toggle(-1) },
        say("question.none") + " ", make("span", { class: "key" }, "0"));
      this.steps = study.steps.map((step, i) => make("button",
        { type: "button", role: "radio", "aria-checked": "false", onclick: () => this.rate(i) },
        make("small", {}, step > 0 && study.steps[0] < 0 ? "+" + step : String(step).replace("-", "\u2212")),
        say("confidence." + study.scale + "." + step)));
      this.go = button(say("question.next"), () => this.finish(), "go");
      this.missing = make("span", { class: "note", role: "status" });
      const grid = make("div", { class: "photos" }, ...this.photos);
      grid.style.setProperty("--columns", Math.min(5, this.photos.length));
      const root = make("section", { class: "question" },
        make("h1", {}, say(study.several ? "question.several" : "question.one")),
        this.instructed(),
        make("div", { class: "faces" },
          make("figure", { class: "probe" },
            picture(this.screen.picture, say("question.reconstruction")),
            make("figcaption", {}, say("question.reconstruction"))),
          grid),
        this.noneButton,
        make("fieldset", { class: "sure", role: "radiogroup" },
          make("legend", {}, say("question.confidence")),
          make("div", { class: "row steps-" + this.steps.length }, ...this.steps)),
        make("div", { class: "end" }, this.go, this.missing));
      this.show();
      return root;
    }

    instructed() {
      if (this.screen.place === undefined) {
        return null;
      }
      return make("p", { class: "instructed" }, this.screen.place === 0
        ? say("question.instructed.none")
        : say("question.instructed", this.screen.place));
    }

    elapsed() {
      return this.from === null ? 0 : Math.round(performance.now() - this.from);
    }

    toggle(photo) {
      if (photo < 0) {
        this.none = !this.none;
        this.chosen = [];
      } else {
        const had = this.chosen.includes(photo);
        const others = study.several ? this.chosen.filter((other) => other !== photo) : [];
        this.none = false;
        this.chosen = had ? others : [...others, photo];
      }
      const pick = photo < 0 ? "none" : this.screen.options[photo];
      this.first = this.first || { pick: pick, millis: this.elapsed() };
      this.last = pick;
      this.show();
    }

    rate(step) {
      this.step = step;
      this.show();
    }

    get complete() {
      return (this.none || this.chosen.length > 0) && this.step !== null;
    }

    show() {
      this.photos.forEach((photo, i) => photo.setAttribute("aria-pressed", String(this.chosen.includes(i))));
      this.noneButton.setAttribute("aria-pressed", String(this.none));
      this.steps.forEach((step, i) => step.setAttribute("aria-checked", String(this.step === i)));
      this.go.setAttribute("aria-disabled", String(!this.complete));
      this.missing.textContent = "";
    }

    finish() {
      if (!this.complete || this.from === null) {
        this.missing.textContent = say("question.missing");
        return;
      }
      this.done({
        kind: "answered",
        question: this.screen.question,
        position: this.position,
        shown: this.screen.options,
        choices: this.screen.options.filter((code, i) => this.chosen.includes(i)),
        first: this.first.pick,
        last: this.last,
        confidence: study.steps[this.step],
        firstMillis: this.first.millis,
        millis: this.elapsed(),
      });
    }

    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) {
        return;
      }
      const last = this.steps.length - 1;
      const middle = Math.floor(last / 2);
      if (/^[0-9]$/.test(event.key) && Number(event.key) <= this.photos.length) {
        this.toggle(Number(event.key) - 1);
      } else if (event.key === "ArrowRight") {
        this.rate(this.step === null ? middle : Math.min(last, this.step + 1));
      } else if (event.key === "ArrowLeft") {
        this.rate(this.step === null ? middle : Math.max(0, this.step - 1));
      } else if (event.key === "Enter" && !event.repeat && !event.target.closest(".bar")) {
        this.finish();
      } else {
        return;
      }
      event.preventDefault();
    }
  }

  /* ---- one pair of the ability test ---- */

  class Pair {

    constructor(screen, position, done) {
      this.screen = screen;
      this.position = position;
      this.done = done;
      this.from = null;
      this.keys = (event) => {
        if (["1", "2"].includes(event.key) && !document.querySelector("dialog[open]")) {
          this.judge(event.key === "1");
        }
      };
      this.nodes = [bar(position), sheet(say("ability.question"),
        make("div", { class: "pair" },
          picture(screen.left, say("question.photo", 1)), picture(screen.right, say("question.photo", 2))),
        actions(button(say("ability.same"), () => this.judge(true)),
          button(say("ability.different"), () => this.judge(false))),
        make("p", { class: "note" }, say("ability.keys")))];
    }

    open() {
      this.from = performance.now();
      document.addEventListener("keydown", this.keys);
    }

    close() {
      document.removeEventListener("keydown", this.keys);
    }

    judge(same) {
      if (this.from !== null) {
        const millis = Math.round(performance.now() - this.from);
        this.done({
          kind: "judged", question: this.screen.question, position: this.position, same: same, millis: millis,
        });
      }
    }
  }

  /* ---- progress and the way out ---- */

  const isQuestion = (screen) => screen.question !== undefined;

  function bar(position) {
    const count = session.screens.filter(isQuestion).length;
    const words = say("question.heading", position, count);
    return make("div", { class: "bar" },
      make("span", {}, words),
      make("progress", { max: count, value: position - 1, "aria-label": words }),
      kept ? null : make("span", { class: "warning" }, say("page.unkept")),
      button(say("withdraw.button"), askWithdraw, "plain"));
  }

  function askWithdraw() {
    const dialog = make("dialog", {},
      make("h2", {}, say("withdraw.ask")),
      make("p", {}, say("withdraw.why")),
      make("div", { class: "row" },
        button(say("withdraw.no"), () => dialog.close(), "go"),
        button(say("withdraw.yes"), () => { dialog.close(); withdraw(); })));
    dialog.addEventListener("close", () => {
      dialog.remove();
      document.activeElement.blur(); // the next Enter goes on, it does not ask again
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  async function withdraw() {
    const language = session.state.language;
    await session.forget();
    speak(language);
    gone = say("withdraw.done");
    jsPsych.abortExperiment();
  }

  /* ---- sheets ---- */

  function sheet(title, ...children) {
    return make("section", { class: "sheet" }, make("h1", {}, title), ...children);
  }

  function paragraph(text) {
    return make("p", {}, text);
  }

  function actions(...buttons) {
    return make("div", { class: "actions" }, ...buttons.filter((b) => b !== null));
  }

  function languages(done) {
    const first = study.languages.map((language) => button(study.words[language]["language.name"], () => {
      speak(language);
      done();
    }));
    return {
      nodes: [sheet(study.title,
        paragraph(study.languages.map((l) => study.words[l]["language.choose"]).join(" / ")),
        actions(...first))],
    };
  }

  function tick(text, changed) {
    const box = make("input", { type: "checkbox", onchange: changed });
    return { box: box, label: make("label", {}, box, make("span", {}, text)) };
  }

  function consent(done) {
    const keep = keeping(done);
    const both = () => adult.box.checked && agree.box.checked;
    const follow = () => go.setAttribute("aria-disabled", String(!both()));
    const adult = tick(say("consent.adult"), follow);
    const agree = tick(say("consent.agree"), follow);
    const go = button(say("consent.begin"), () => {
      if (both()) {
        const began = { kind: "began", form: session.state.form, language: session.state.language, place: "page" };
        keep(session.panel === null ? began : { ...began, panel: session.panel });
      }
    }, "go");
    const refuse = button(say("consent.refuse"), () => {
      gone = say("consent.refused");
      jsPsych.abortExperiment();
    }, "plain");
    follow();
    return {
      nodes: [sheet(say("consent.heading"),
        ...study.consent[session.state.language].split(/\n+/).map(paragraph),
        adult.label, agree.label, actions(go, refuse))],
      focus: adult.box,
    };
  }

  function about(done) {
    const keep = keeping(done);
    const said = {};
    const radios = (name, codes) => make("fieldset", {}, make("legend", {}, say("about." + name)),
      make("div", { class: "two" }, ...codes.map((code) => make("label", {},
        make("input", { type: "radio", name: name, onchange: () => { said[name] = code; } }),
        make("span", {}, say(code === null ? "about.skip" : name + "." + code.toLowerCase()))))));
    const go = button(say("question.next"), () => {
      keep({
        kind: "about", ...(said.age ? { age: said.age } : {}), ...(said.gender ? { gender: said.gender } : {}),
      });
    }, "go");
    return {
      nodes: [sheet(say("about.heading"), make("p", { class: "note" }, say("about.optional")),
        radios("age", [...study.ages, null]), radios("gender", study.genders), actions(go))],
    };
  }

  function how(done) {
    const go = button(say("question.next"), () => done(), "go");
    return {
      nodes: [sheet(say("how.heading"), paragraph(say("how.picture")), paragraph(say("how.photos", study.k)),
        paragraph(say("how.confidence")), make("p", { class: "note" }, say("how.keys", study.k)), actions(go))],
      focus: go,
    };
  }

  /* ---- the end: a file, or the researcher's own server ---- */

  function thanks() {
    const status = make("p", { role: "status" });
    const save = button(say("page.download"), () => {
      const file = URL.createObjectURL(new Blob([session.text()], { type: "application/json" }));
      make("a", { href: file, download: "answers-" + session.state.participant + ".json" }).click();
      status.textContent = say("page.downloaded");
    }, study.post ? "" : "go");
    const send = study.post ? button(say("page.send"), () => post(status, send), "go") : null;
    show(sheet(say("thanks.heading"),
      paragraph(say("page.thanks") + " " + say(study.post ? "page.please.send" : "page.please.download")),
      paragraph(say("code.yours", session.state.participant)),
      actions(send, save), status,
      study.returnTo ? make("p", {}, make("a", { href: study.returnTo }, say("page.return"))) : null));
    if (send !== null && !session.state.sent) {
      post(status, send);
    }
  }

  async function post(status, send) {
    send.disabled = true;
    status.textContent = say("page.sending");
    try {
      const reply = await fetch(study.post, {
        method: "POST", body: session.text(), headers: { "Content-Type": "text/plain" },
        credentials: "omit", referrerPolicy: "no-referrer",
      });
      if (!reply.ok) {
        throw new Error(String(reply.status));
      }
      session.state.sent = true;
      await session.keep();
      status.textContent = say("page.sent");
    } catch (refused) {
      status.textContent = say("page.unsent");
      send.disabled = false;
    }
  }

  async function end() {
    if (gone !== null) {
      show(sheet(say("thanks.heading"), paragraph(gone)));
      return;
    }
    if (!session.has("finished")) {
      kept = await session.add({ kind: "finished" });
    }
    thanks();
  }

  /* ---- the way through ---- */

  const jsPsych = initJsPsych({ display_element: "study", on_finish: end });

  /* What the entries do not answer yet. */
  function timeline() {
    const steps = [];
    const add = (draw) => steps.push({ type: Shown, draw: draw });
    if (session.state.language === "") {
      if (study.languages.length > 1) {
        add(languages);
      } else {
        speak(study.languages[0]);
      }
    }
    let position = 0;
    let told = false;
    for (const screen of session.screens) {
      position += isQuestion(screen) ? 1 : 0;
      const place = position;
      if (screen.kind === "consent" && !session.has("began")) {
        add(consent);
      } else if (screen.kind === "about" && !session.has("about")) {
        add(about);
      } else if (screen.kind === "pair" && !session.answered(screen.question)) {
        add((done) => new Pair(screen, place, keeping(done)));
      } else if (screen.kind === "who" && !session.answered(screen.question)) {
        if (!told) {
          add(how);
          told = true;
        }
        add((done) => new Question(screen, place, keeping(done)));
      }
    }
    return steps;
  }

  /* Once, and on the disk before the next screen appears. */
  function keeping(done) {
    let said = false;
    return async (entry) => {
      if (!said) {
        said = true;
        kept = await session.add(entry);
        done(entry);
      }
    };
  }

  function start() {
    const steps = timeline();
    if (steps.length > 0) {
      jsPsych.run(steps);
    } else {
      end();
    }
  }

  function welcomeBack(earlier) {
    session.resume(earlier);
    speak(earlier.language);
    const questions = session.screens.filter(isQuestion);
    const answered = questions.filter((screen) => session.answered(screen.question)).length;
    if (answered === questions.length) {
      end();
      return;
    }
    show(sheet(say("code.heading"), paragraph(say("code.answered", answered, questions.length)),
      actions(button(say("code.resume"), start, "go"),
        button(say("code.anew"), () => session.forget().then(start)))));
  }

  session.earlier().then((earlier) => (earlier === null ? start() : welcomeBack(earlier)));
});
