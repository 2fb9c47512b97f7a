"use strict";
// What a person looks at in one place is lit in the other; without this the links still lead there and back.
(function () {
  const each = (selector, act, root) => (root || document).querySelectorAll(selector).forEach(act);
  const keys = (element) => (element.dataset.boxes || "").split(" ").filter(Boolean);
  const thing = (target) => (target instanceof Element ? target.closest("[data-boxes]") : null);
  let pinned = null;

  function light(element) {
    each(".lit", (it) => it.classList.remove("lit"));
    if (!element) return;
    element.classList.add("lit");
    const lit = keys(element);
    if (lit[0] === element.id) {
      each("[data-boxes]", (it) => keys(it).includes(element.id) && it.classList.add("lit"));
    } else {
      lit.forEach((key) => document.getElementById(key).classList.add("lit"));
      if (lit.length) into_sight(document.getElementById(lit[0]));
    }
  }

  // Only the pane with the pages is moved: the page itself must not jump under a pointer.
  function into_sight(box) {
    const pages = box.closest(".pages");
    if (!pages || getComputedStyle(pages).overflowY !== "auto") return;
    const here = box.getBoundingClientRect(), frame = pages.getBoundingClientRect();
    if (here.top < frame.top + 30) pages.scrollTop += here.top - frame.top - 60;
    else if (here.bottom > frame.bottom - 10) pages.scrollTop += here.bottom - frame.bottom + 60;
  }

  function go_to(target) {
    const here = target.getBoundingClientRect();
    if (here.top < 0 || here.bottom > innerHeight) target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }

  document.addEventListener("pointerover", (event) => event.pointerType !== "touch" && light(thing(event.target) || pinned));
  document.addEventListener("focusin", (event) => light(thing(event.target) || pinned));
  document.addEventListener("focusout", () => light(pinned));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") light((pinned = null)); });
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const target = link && document.getElementById(link.hash.slice(1));
    pinned = thing(event.target);
    light(pinned);
    if (target && pinned) {
      event.preventDefault();
      go_to(target);
      light(pinned);
    }
  });

  each(".zoom", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const large = button.closest("figure").querySelector(".sheet").classList.toggle("large");
      button.setAttribute("aria-pressed", String(large));
    });
  });

  function speak(language) {
    each("[data-l]", (it) => { it.hidden = it.dataset.l !== language; });
    each("[data-switch]", (it) => it.setAttribute(it.dataset.switch, it.dataset[language]));
    each("[data-language]", (it) => it.setAttribute("aria-pressed", String(it.dataset.language === language)));
    document.documentElement.lang = language;
    document.title = document.querySelector("title").dataset.title;
  }
  each(".languages", (it) => { it.hidden = false; });
  each("[data-language]", (it) => it.addEventListener("click", () => speak(it.dataset.language)));
})();
