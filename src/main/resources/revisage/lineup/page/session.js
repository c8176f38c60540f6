"use strict";
/* What one participant has answered: the entries of the study, kept in this browser before the next
   screen appears. */

/* What panels call the participant's id in the address. */
const PANEL_NAMES = ["participant", "PROLIFIC_PID", "workerId", "id"];
const PANEL_ID = /^[A-Za-z0-9_.@-]{1,80}$/;
const SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/* Where a browser keeps things. IndexedDB says when they are on the disk; localStorage, where there
   is nothing better, some seconds later. */
class Shelf {

  constructor(database) {
    this.database = database;
  }

  static open() {
    return new Promise((done) => {
      const give = (database) => done(new Shelf(database));
      try {
        const asked = indexedDB.open("revisage", 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("kept");
        asked.onsuccess = () => give(asked.result);
        asked.onerror = () => give(null);
        setTimeout(() => give(null), 3000);
      } catch (refused) {
        give(null);
      }
    });
  }

  read(key) {
    return new Promise((done) => {
      if (this.database === null) {
        done(Shelf.old(() => JSON.parse(localStorage.getItem(key))));
        return;
      }
      const asked = this.database.transaction("kept").objectStore("kept").get(key);
      asked.onsuccess = () => done(asked.result || null);
      asked.onerror = () => done(null);
    });
  }

  /* Says whether it is kept, when it is on the disk. */
  write(key, value) {
    return this.change((kept) => kept.put(value, key), () => localStorage.setItem(key, JSON.stringify(value)));
  }

  remove(key) {
    return this.change((kept) => kept.delete(key), () => localStorage.removeItem(key));
  }

  change(ask, otherwise) {
    return new Promise((done) => {
      if (this.database === null) {
        done(Shelf.old(() => { otherwise(); return true; }) === true);
        return;
      }
      try {
        const work = this.database.transaction("kept", "readwrite", { durability: "strict" });
        ask(work.objectStore("kept"));
        work.oncomplete = () => done(true);
        work.onabort = () => done(false);
        work.onerror = () => done(false);
      } catch (refused) {
        done(false);
      }
    });
  }

  static old(ask) {
    try {
      return ask();
    } catch (refused) {
      return null;
    }
  }
}

class Session {

  constructor(study, address, shelf) {
    this.study = study;
    this.shelf = shelf;
    this.panel = PANEL_NAMES.map((name) => address.get(name)).find((id) => id && PANEL_ID.test(id)) || null;
    this.form = this.formOf(address.get("form"));
    this.begin();
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
  async earlier() {
    const kept = await this.shelf.read(this.key);
    return kept && Array.isArray(kept.entries) && kept.entries.length ? kept : null;
  }

  resume(kept) {
    this.state = kept;
    this.form = kept.form;
  }

  get screens() {
    return this.study.forms[this.state.form];
  }

  /* Adds an entry; says whether it is kept beyond this page, when it is. */
  add(entry) {
    const { kind, ...rest } = entry;
    this.state.entries.push({ kind: kind, participant: this.state.participant, ...rest });
    return this.keep();
  }

  keep() {
    return this.shelf.write(this.key, this.state);
  }

  async forget() {
    await this.shelf.remove(this.key);
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
