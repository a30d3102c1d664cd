"use strict";
// Reading needs none of this: it filters the matrix, sets any two texts side by side, and remembers light or dark.
(() => {
  const root = document.documentElement;
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const store = (value) => { try { localStorage.setItem("theme", value); } catch { /* a page from disk may not */ } };
  if (["light", "dark"].includes(stored())) root.dataset.theme = stored();

  function themeButton() {
    const header = document.querySelector("header.top");
    if (!header) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "theme";
    const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const label = () => { button.textContent = dark() ? "Light" : "Dark"; button.setAttribute("aria-label", `Switch to ${dark() ? "light" : "dark"} colours`); };
    button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; store(root.dataset.theme); label(); });
    label();
    header.append(button);
  }

  function filters() {
    const form = document.querySelector("form.filters");
    if (!form) return;
    form.hidden = false;
    const rows = [...document.querySelectorAll(".grid tbody tr")];
    const text = rows.map((row) => `${row.textContent} ${row.dataset.words} ${row.id}`.toLowerCase());
    const none = document.getElementById("none-found");
    function apply() {
      const asked = Object.fromEntries(new FormData(form));
      const words = asked.words.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, i) => {
        const fits = ["issue", "party", "kind", "presence"].every((name) => !asked[name] || row.dataset[name].split(" ").includes(asked[name]))
          && words.every((word) => text[i].includes(word));
        row.hidden = !fits;
        shown += fits;
      });
      form.querySelector("output").textContent = `${shown} of ${rows.length}`;
      none.hidden = shown > 0;
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(apply));
    // a link to a row that a filter hides shows it
    addEventListener("hashchange", () => {
      const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (row && row.hidden) { form.reset(); setTimeout(() => row.scrollIntoView()); }
    });
    apply();
  }

  const tokens = (text) => text.match(/\d[\d,.]*\d(?:%| (?:days?|weeks?|months?|years?|km|million|billion)(?![\p{L}\p{N}_]))?|[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) || [];

  // the longest common sequence of words; beyond a few thousand words both texts stand whole
  function redline(before, after) {
    const a = tokens(before), b = tokens(after);
    if (a.length * b.length > 4e6) return [["del", before], ["ins", after]];
    const width = b.length + 1, best = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--)
      best[i * width + j] = a[i] === b[j] ? best[(i + 1) * width + j + 1] + 1 : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
    const out = [], put = (tag, word) => { const last = out[out.length - 1]; if (last && last[0] === tag) last[1] += word; else out.push([tag, word]); };
    let i = 0, j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] === b[j]) { put("", a[i]); i++; j++; }
      else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) put("del", a[i++]);
      else put("ins", b[j++]);
    }
    while (i < a.length) put("del", a[i++]);
    while (j < b.length) put("ins", b[j++]);
    return out;
  }

  function anyTwo(article) {
    const texts = [...article.querySelectorAll(".text")];
    if (texts.length < 2) return;
    let box = article.querySelector(".redlines");
    if (!box) {
      box = document.createElement("div");
      box.className = "redlines";
      const title = document.createElement("h3");
      title.textContent = "Word by word";
      box.append(title);
      article.querySelector(".stages").after(box);
    }
    const form = document.createElement("form");
    const name = article.querySelector("h2").firstChild.textContent.trim();
    const choose = (label, index) => {
      const select = document.createElement("select");
      select.setAttribute("aria-label", `${label}, ${name}`);
      texts.forEach((text, i) => select.add(new Option(text.closest(".stage").querySelector(".v").textContent, String(i), i === index, i === index)));
      return select;
    };
    const from = choose("From", 0), to = choose("To", texts.length - 1), out = document.createElement("p");
    out.className = "any";
    out.setAttribute("aria-live", "polite");
    form.append("Any two:", from, "→", to);
    box.append(form, out);
    const show = () => {
      out.replaceChildren();
      const old = texts[from.value].textContent, now = texts[to.value].textContent;
      if (old === now) { out.textContent = "The same words."; return; }
      for (const [tag, words] of redline(old, now)) {
        if (!tag) { out.append(words); continue; }
        const element = document.createElement(tag);
        element.textContent = words;
        out.append(element);
      }
    };
    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // a link into a folded part unfolds it
  function unfold() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    let folded = target.closest("details:not([open])");
    while (folded) { folded.open = true; folded = folded.parentElement.closest("details:not([open])"); }
    target.scrollIntoView();
  }

  addEventListener("DOMContentLoaded", () => {
    themeButton();
    filters();
    document.querySelectorAll("article.life").forEach(anyTwo);
    if (matchMedia("(max-width: 62rem)").matches) document.querySelectorAll(".toc details").forEach((list) => { list.open = false; });
    unfold();
  });
  addEventListener("hashchange", unfold);
})();
