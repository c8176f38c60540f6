"use strict";
/* What one participant has answered: the entries of the study, kept in this browser before the next
   screen appears. */

/* What panels call the participant's id in the address. */
const PANEL_NAMES = ["participant", "PROLIFIC_PID", "workerId", "id"];
const PANEL_ID = /^[A-Za-z0-9_.@-]{1,80}$/;
const SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

class Session {

  constructor(study, address) {
    this.study = study;
    this.storage = Session.storage();
    this.panel = PANEL_NAMES.map((name) => address.get(name)).find((id) => id && PANEL_ID.test(id)) || null;
    this.form = this.formOf(address.get("form"));
    this.begin();
  }

  /* null where this browser keeps nothing. */
  static storage() {
    try {
      localStorage.setItem("revisage:try", "1");
      localStorage.removeItem("revisage:try");
      return localStorage;
    } catch (refused) {
      return null;
    }
  }

  static code() {
    const dice = crypto.getRandomValues(new Uint32Array(8));
    return Array.from(dice, (number) => SIGNS[number % SIGNS.length]).join("");
  }

  /* As the address says, or by a hash of the panel's id (FNV-1a), or by chance. */
  formOf(given) {
    const count = this.study.forms.length;
    if (/^[0-9]{1,6}$/.test(given || "") && Number(given) < count) {
      return Number(given);
    }
    if (this.panel === null) {
      return crypto.getRandomValues(new Uint32Array(1))[0] % count;
    }
    let hash = 0x811c9dc5;
    for (const letter of this.panel) {
      hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    }
    return hash % count;
  }

  /* One participant a panel id; without a panel, the last one at this browser. */
  get key() {
    return "revisage:" + this.study.id + ":" + (this.panel === null ? "" : this.panel);
  }

  begin() {
    this.state = { participant: Session.code(), form: this.form, language: "", entries: [], sent: false };
  }

  /* What an earlier visit left, if anything. */
  earlier() {
    try {
      const kept = JSON.parse(this.storage && this.storage.getItem(this.key));
      return kept && Array.isArray(kept.entries) && kept.entries.length ? kept : null;
    } catch (broken) {
      return null;
    }
  }

  resume(kept) {
    this.state = kept;
    this.form = kept.form;
  }

  get screens() {
    return this.study.forms[this.state.form];
  }

  /* Adds an entry; returns whether it is kept beyond this page. */
  add(entry) {
    const { kind, ...rest } = entry;
    this.state.entries.push({ kind: kind, participant: this.state.participant, ...rest });
    return this.keep();
  }

  keep() {
    try {
      this.storage.setItem(this.key, JSON.stringify(this.state));
      return true;
    } catch (refused) {
      return false;
    }
  }

  forget() {
    if (this.storage) {
      this.storage.removeItem(this.key);
    }
    this.begin();
  }

  answered(question) {
    return this.state.entries.some((entry) => entry.question === question);
  }

  has(kind) {
    return this.state.entries.some((entry) => entry.kind === kind);
  }

  /* The file that the program imports. */
  text() {
    return JSON.stringify({ schema: 1, study: this.study.id, entries: this.state.entries }, null, 1) + "\n";
  }
}
