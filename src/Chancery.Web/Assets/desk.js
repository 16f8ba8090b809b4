// The desk's one script: keys, the reading pane, live rows, the clock. Every page works without it.
// Texts and keys come with the page (data-*), so that there is one place for each.
const root = document.documentElement;
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const rows = () => all("[data-row]");
const zulu = (date) => date.toISOString().slice(11, 16).replace(":", "") + "Z";

/* Level banner: raised before new content is painted, lowered after. */
const ranks = { U: 0, FOUO: 1, SBU: 1, LOU: 1, R: 2, C: 3, S: 4, TS: 5 };
const main = one("main");
const levelOf = (element) => element?.dataset.l ?? "U";
const higher = (a, b) => (ranks[levelOf(b)] > ranks[levelOf(a)] ? b : a);

function showLevel(element) {
  const level = levelOf(element);
  const name = element?.dataset.level ?? "UNCLASSIFIED";
  main.dataset.l = level;
  for (const banner of all(".banner")) {
    banner.dataset.l = level;
    one("strong", banner).textContent = name;
  }
}

/* Text leaves the screen first, then comes the sign-in page. */
function leave() {
  main.replaceChildren();
  location.replace("/sign-in");
}

async function fragment(address) {
  const answer = await fetch(address, { redirect: "manual", cache: "no-store" });
  if (answer.type === "opaqueredirect" || answer.status === 401) {
    leave();
    return null;
  }
  if (!answer.ok) return null;
  const template = document.createElement("template");
  template.innerHTML = await answer.text();
  return template.content.firstElementChild;
}

/* The reading pane beside a list. */
const pane = one("[data-view]");
const list = one("[data-list]");
const ahead = new Map();
let wanted = null;

function paneOf(row) {
  const address = row.dataset.pane;
  if (!ahead.has(address)) {
    ahead.set(address, fragment(address).catch(() => null));
    if (ahead.size > 6) ahead.delete(ahead.keys().next().value);
  }
  return ahead.get(address);
}

const paneIsVisible = () => pane && getComputedStyle(pane).display !== "none";

async function select(row, focus = true) {
  for (const other of rows()) other.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  if (focus) row.focus();
  row.scrollIntoView({ block: "nearest" });
  if (!paneIsVisible()) return;
  wanted = row;
  const content = await paneOf(row);
  if (wanted !== row) return;
  if (!content) {
    pane.textContent = pane.dataset.failed;
    return;
  }
  const view = higher(list, content);
  if (ranks[levelOf(view)] > ranks[levelOf(main)]) showLevel(view);
  pane.replaceChildren(...content.cloneNode(true).childNodes);
  pane.scrollTop = 0;
  showLevel(view);
  history.replaceState(null, "", row.getAttribute("href"));
  const next = rows();
  const at = next.indexOf(row);
  for (const following of next.slice(at + 1, at + 3)) void paneOf(following);
}

function step(by) {
  const every = rows();
  if (every.length === 0) return;
  const at = every.findIndex((row) => row === document.activeElement);
  const current = at >= 0 ? at : every.findIndex((row) => row.hasAttribute("aria-current"));
  const next = current < 0 ? 0 : Math.min(Math.max(current + (at < 0 && by > 0 && current === 0 ? 0 : by), 0), every.length - 1);
  void select(every[next]);
}

function openRow() {
  const row = rows().find((candidate) => candidate === document.activeElement) ?? one("[data-row][aria-current]");
  if (row) location.assign(row.dataset.open);
}

document.addEventListener("click", (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const row = event.target.closest("[data-row]");
  if (row && paneIsVisible()) {
    event.preventDefault();
    void select(row);
  }
});

/* Findings and hits, one after the other. */
function walk(by) {
  const stops = all("[data-finding], mark");
  if (stops.length === 0) return;
  const at = stops.indexOf(document.activeElement);
  const next = stops[(at + by + stops.length + (at < 0 && by < 0 ? 1 : 0)) % stops.length];
  next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "center" });
}

/* Keys act only outside of fields, never with Ctrl, Alt or Meta, and can be turned off in /me. */
const acts = {
  next: () => step(1),
  previous: () => step(-1),
  open: openRow,
  find: () => (one("#query") ?? one("#go"))?.focus(),
  keys: () => {
    const card = one("#keys");
    if (card) card.hidden = !card.hidden;
  },
  finding: () => walk(1),
  findingBack: () => walk(-1),
  wrap: () => {
    root.dataset.wrap = root.dataset.wrap === "on" ? "off" : "on";
    for (const button of all("[data-do=wrap]")) button.setAttribute("aria-pressed", root.dataset.wrap === "on");
  },
};
let prefix = "";
const inField = (element) => element?.matches?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const card = one("#keys");
    if (card) card.hidden = true;
    if (inField(document.activeElement)) document.activeElement.blur();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (root.dataset.keys === "off" || inField(event.target)) return;
  if (event.key === "Enter" && !event.target.closest("[data-row]")) return;
  const key = event.key === "Enter" ? "enter" : event.key;
  const pressed = prefix + key;
  prefix = "";
  if (key === "g") {
    prefix = "g ";
    return;
  }
  const target = all("[data-key]").find((element) => element.dataset.key.split("|").includes(pressed));
  if (!target || target.closest("[data-gone]")) return;
  event.preventDefault();
  if (target.dataset.do) acts[target.dataset.do]();
  else target.click();
});

for (const button of all("button[data-do]")) {
  button.hidden = false;
  button.addEventListener("click", () => acts[button.dataset.do]());
}

/* Clock and live rows. */
const clock = one("[data-clock]");
const live = one("[data-live]");
let drift = 0;
let heard = performance.now();

function tick() {
  const now = new Date(Date.now() + drift);
  if (clock) {
    const month = now.toLocaleString("en", { month: "short", timeZone: "UTC" }).toUpperCase();
    clock.textContent = `${String(now.getUTCDate()).padStart(2, "0")} ${month} ${String(now.getUTCFullYear()).slice(2)} ${zulu(now)}`;
    clock.title = now.toLocaleString();
  }
  if (live && performance.now() - heard > 10000 && !live.classList.contains("lost")) {
    live.classList.add("lost");
    live.textContent = live.dataset.lost.replace("{0}", zulu(new Date(now - (performance.now() - heard))));
  }
}

function hear() {
  heard = performance.now();
  live.dataset.heard = "yes";
  if (live.classList.contains("lost")) {
    live.classList.remove("lost");
    live.textContent = live.dataset.text;
  }
}

const gathered = new Map();
const line = one("[data-new]");
const since = new Date();

async function arrived(row) {
  const precedence = row.precedence?.action ?? "ROUTINE";
  const notice = one("[data-notice]");
  if (precedence === "IMMEDIATE" && notice) {
    notice.textContent = notice.dataset.text.replace("{0}", precedence).replace("{1}", zulu(new Date(row.filedAt)));
    notice.href = `/m/${row.id}`;
    notice.hidden = false;
  }
  const urgent = ["FLASH", "NIACT IMMEDIATE", "CRITIC", "EMERGENCY COMMAND"].includes(precedence);
  const alarm = one("[data-alarm]");
  if (urgent && line) {
    const item = await fragment(`/traffic/row/${row.id}`);
    const group = item && one(`[data-group="${precedence}"]`);
    if (item) {
      const link = one("[data-row]", item);
      if (ranks[levelOf(link)] > ranks[levelOf(list)]) {
        list.dataset.l = link.dataset.l;
        list.dataset.level = link.dataset.level;
      }
      if (ranks[levelOf(link)] > ranks[levelOf(main)]) showLevel(link);
      (group ?? one("[data-group=now]")).prepend(item);
      one("[data-now]").hidden = one("[data-group=now]").childElementCount === 0;
    }
  }
  if (urgent) {
    alarm.textContent = alarm.dataset.text.replace("{0}", precedence).replace("{1}", zulu(new Date(row.filedAt)));
    alarm.href = `/m/${row.id}`;
    alarm.hidden = false;
    return;
  }
  if (!line) return;
  gathered.set(precedence, (gathered.get(precedence) ?? 0) + 1);
  const total = [...gathered.values()].reduce((sum, count) => sum + count, 0);
  const parts = [...gathered].map(([name, count]) => `${count} ${name}`).join(", ");
  one("span", line).textContent = line.dataset.new.replace("{0}", total).replace("{1}", zulu(since)).replace("{2}", parts);
  line.hidden = false;
}

/* Alarms: the strip, and a sound for FLASH and NIACT IMMEDIATE until somebody has acknowledged. */
const strip = one("[data-strip]");
let sound = null;

function beep() {
  // A browser plays nothing before somebody has touched the page.
  if (!navigator.userActivation?.hasBeenActive) return;
  sound ??= new AudioContext();
  if (sound.state === "suspended") void sound.resume();
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  tone.frequency.value = 880;
  volume.gain.value = 0.2;
  tone.connect(volume).connect(sound.destination);
  tone.start();
  tone.stop(sound.currentTime + 0.35);
}

const sounds = () => Number(one("[data-alarms]")?.dataset.sounding ?? 0) > 0;

function ring() {
  root.dataset.sounding = sounds() ? "yes" : "no";
  if (!sounds()) return;
  const arrivedAlarm = one("[data-alarm]");
  if (arrivedAlarm) arrivedAlarm.hidden = true;
  beep();
}

async function showAlarms() {
  const content = await fragment(strip.dataset.strip);
  if (!content) return;
  strip.replaceChildren(content);
  ring();
}

if (strip) {
  ring();
  setInterval(ring, 2000);
}

/* What the Queues screen shows; never under a hand that writes. */
const board = one("[data-queues]");
let boardIsOld = false;

async function showBoard() {
  if (board.contains(document.activeElement) && inField(document.activeElement)) {
    boardIsOld = true;
    return;
  }
  boardIsOld = false;
  const content = await fragment(board.dataset.queues);
  if (!content || (board.contains(document.activeElement) && inField(document.activeElement))) return;
  if (ranks[levelOf(content)] > ranks[levelOf(main)]) showLevel(content);
  board.replaceChildren(...content.childNodes);
  showLevel(content);
}

board?.addEventListener("focusout", () => {
  if (boardIsOld) setTimeout(showBoard, 0);
});

if (live) {
  const stream = new EventSource(board ? "/api/events?queues=true" : "/api/events");
  stream.addEventListener("alarm", () => void showAlarms());
  stream.addEventListener("queue", () => void showBoard());
  stream.addEventListener("time", (event) => {
    drift = new Date(event.data) - Date.now();
    hear();
    tick();
  });
  stream.addEventListener("message", (event) => {
    hear();
    void arrived(JSON.parse(event.data));
  });
  stream.addEventListener("gap", () => {
    if (line) {
      one("span", line).textContent = line.dataset.gap;
      line.hidden = false;
    }
  });
  stream.addEventListener("saved", (event) => {
    const { name, fresh } = JSON.parse(event.data);
    for (const count of all("[data-saved]")) if (count.dataset.saved === name) count.textContent = fresh > 0 ? `${fresh} new` : "";
  });
  // What was closed leaves the screen at once: the page is asked for again, as its reader may see it now.
  const again = () => {
    main.replaceChildren();
    location.reload();
  };
  stream.addEventListener("gone", (event) => {
    ahead.clear();
    if (location.pathname.includes(event.data) || one(`[href*="${event.data}"]`)) again();
  });
  stream.addEventListener("rights", again);
  stream.addEventListener("emergency", (event) => {
    const told = one("[data-emergency]");
    if (told) told.hidden = event.data === "0";
  });
  stream.addEventListener("ended", leave);
  stream.addEventListener("error", async () => {
    if (stream.readyState === EventSource.CLOSED) {
      const answer = await fetch("/help", { redirect: "manual", cache: "no-store" }).catch(() => null);
      if (answer?.type === "opaqueredirect") leave();
    }
  });
}
if (clock) {
  tick();
  setInterval(tick, 1000);
}

/* How the last word of a query may go on: one line under the field, never over the results. */
const query = one("#query");
const offers = one("[data-completions]");
let offered = [];
let chosen = 0;
let pause = 0;

function showOffers() {
  offers.hidden = offered.length === 0;
  offers.replaceChildren(
    ...offered.map((offer, at) => {
      const item = document.createElement(at === chosen ? "b" : "span");
      item.textContent = [offer.word, offer.meaning, offer.count].filter((part) => part !== null).join(" ");
      return item;
    }),
  );
}

async function complete() {
  const typed = query.value;
  const answer = await fetch("/api/completion", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ q: typed }),
    cache: "no-store",
  }).catch(() => null);
  if (answer?.status === 401) leave();
  if (!answer?.ok || query.value !== typed) return;
  offered = (await answer.json()).completions;
  chosen = 0;
  showOffers();
}

if (query && offers) {
  query.addEventListener("input", () => {
    clearTimeout(pause);
    offered = [];
    showOffers();
    if (query.value) pause = setTimeout(complete, 150);
  });
  query.addEventListener("keydown", (event) => {
    if (offered.length === 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : offered.length - 1)) % offered.length;
      showOffers();
      event.preventDefault();
    } else if (event.key === "ArrowRight" && query.selectionStart === query.value.length) {
      query.value = offered[chosen].query;
      query.dispatchEvent(new Event("input"));
      event.preventDefault();
    }
  });
}
