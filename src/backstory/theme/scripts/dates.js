// Pointing at a date in a text, or reaching it by keyboard, shows what came before and after. Without it the date is a link.
(() => {
  const links = document.querySelectorAll(".event-link:has(+ .pop-when)");
  if (!links.length || !HTMLElement.prototype.showPopover) return;
  let timer, open;

  const close = () => {
    clearTimeout(timer);
    if (open && open.matches(":popover-open")) open.hidePopover();
    open = null;
  };
  const show = (link) => {
    clearTimeout(timer);
    const card = link.nextElementSibling;
    if (open === card) return;
    close();
    card.showPopover({ source: link });
    open = card;
  };
  const later = (act, pause) => { clearTimeout(timer); timer = setTimeout(act, pause); };

  links.forEach((link) => {
    const card = link.nextElementSibling;
    let touched = false;
    // The browser's own words on pointing would lie upon the card.
    link.removeAttribute("title");
    [link, card].forEach((part) => {
      part.addEventListener("pointerenter", (event) => {
        if (event.pointerType === "mouse") later(() => show(link), 150);
      });
      part.addEventListener("pointerleave", (event) => {
        if (event.pointerType === "mouse") later(close, 300);
      });
      part.addEventListener("focusout", (event) => {
        if (event.relatedTarget && event.relatedTarget !== link && !card.contains(event.relatedTarget)) close();
      });
      part.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || open !== card) return;
        close();
        link.focus({ preventScroll: true });
      });
    });
    link.addEventListener("focus", () => { if (link.matches(":focus-visible")) show(link); });
    // A finger's first touch shows the card, in which a link leads on.
    link.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
    link.addEventListener("click", (event) => {
      if (!touched || open === card) return;
      event.preventDefault();
      show(link);
    });
    card.addEventListener("toggle", (event) => {
      if (event.newState === "closed" && open === card) open = null;
    });
  });
})();
