"use strict";
const MARKS = { done: "✓", running: "▶", back: "↩", waiting: "·" };
const WORDS = { done: "done", running: "running", back: "taken back", waiting: "not yet" };

function make(name, text, kind) {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  if (kind) element.className = kind;
  return element;
}

function time(seconds) {
  if (seconds === null || seconds === undefined) return "";
  const whole = Math.round(Math.abs(seconds));
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${Math.floor((whole % 3600) / 60)}:${two(whole % 60)}`;
  return (seconds < 0 ? "−" : "") + (hours ? `${hours}:${rest.padStart(5, "0")}` : rest);
}

function numbers(scene) {
  const list = make("dl", "", "numbers");
  const slack = scene.slack;
  const shown = [
    ["State", scene.outcome ?? "under way"],
    ["T-0 used", `${time(slack.used)} of ${time(slack.budget)}`],
    ["Forecast", time(slack.forecast)],
    ["Slack", time(slack.left)],
    ["People took", time(slack.waited)],
  ];
  for (const [name, value] of shown) {
    const card = make("div");
    card.append(make("dt", name), make("dd", value));
    list.append(card);
  }
  return list;
}

function step(step) {
  const item = make("li", "", step.state);
  const mark = make("span", MARKS[step.state], "mark");
  mark.setAttribute("role", "img");
  mark.setAttribute("aria-label", WORDS[step.state]);
  const budget = step.budget === null ? "" : ` of ${time(step.budget)}`;
  const used = step.state === "waiting" ? "" : time(step.elapsed) + budget;
  item.append(mark, make("span", step.title), make("span", used, "time"));
  if (step.state === "running" && step.gates.length) {
    const gates = make("ul", "", "gates");
    for (const gate of step.gates) {
      const line = make("li");
      const verdict = gate.open ? "open" : (gate.verdict ?? "not looked yet");
      line.append(make("span", verdict, `verdict ${gate.verdict ?? ""}`), `${gate.id}: ${gate.detail}`);
      gates.append(line);
    }
    item.append(gates);
  }
  return item;
}

function phase(phase) {
  const section = make("section");
  const late = phase.late ? ", late" : "";
  section.append(make("h2", `${phase.title} (${WORDS[phase.state]}${late})`));
  const list = make("ul", "", "steps");
  list.append(...phase.steps.map(step));
  section.append(list);
  return section;
}

function draw(scene) {
  document.title = `${scene.title}: ${scene.outcome ?? "under way"}`;
  document.getElementById("title").textContent = `${scene.title} ${scene.release}`;
  const parts = [numbers(scene)];
  if (scene.rollback) {
    parts.push(make("p", `Going back (${scene.rollback.scope}): ${scene.rollback.because}`, "alert"));
  }
  for (const wait of scene.waitsFor) parts.push(make("p", `Waits for: ${wait}`, "alert"));
  document.getElementById("scene").replaceChildren(...parts, ...scene.phases.map(phase));
}

async function look() {
  const stale = document.getElementById("stale");
  try {
    const answer = await fetch("/scene.json", { cache: "no-store" });
    if (!answer.ok) throw new Error(answer.status);
    draw(await answer.json());
    stale.textContent = "";
  } catch {
    stale.textContent = "The runner does not answer: what is below is old. See 'release status'.";
  }
  setTimeout(look, 1000);
}
look();
