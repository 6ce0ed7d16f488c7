//! Finding things in a page as a person does: by what they are and what they are called.

/// `found(role, name)`: the first thing on the page with this role and exactly this name that can be seen and
/// is not hidden from assistive technology, or null.
pub(crate) const BY_ROLE: &str = r#"
const [role, name] = arguments;
const tags = {
  button: 'button, summary, input[type=submit], input[type=button]',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  textbox: 'input:not([type]), input[type=text], input[type=tel], input[type=search], textarea',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  dialog: 'dialog[open]',
  slider: 'input[type=range]',
};
const tidy = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const labelled = (it) => (it.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
  .map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
const label = (it) => Array.from(it.labels ?? []).map((l) => l.innerText).join(' ');
const names = (it) => [it.getAttribute('aria-label'), labelled(it), label(it), it.innerText, it.textContent, it.value]
  .map(tidy);
const seen = (it) => it.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  && it.getClientRects().length > 0 && !it.closest('[inert], [aria-hidden=true]');
const plain = tags[role] ? `, :is(${tags[role]}):not([role])` : '';
const all = document.querySelectorAll(`[role="${role}"]${plain}`);
return Array.from(all).find((it) => seen(it) && names(it).includes(tidy(name))) ?? null;
"#;

/// The text that can be seen, with single spaces.
pub(crate) const TEXT: &str = "return (document.body?.innerText ?? '').replace(/\\s+/g, ' ').trim();";

/// The first element of a selector that can be seen, or null.
pub(crate) const BY_SELECTOR: &str = r#"
return Array.from(document.querySelectorAll(arguments[0])).find((it) => it.getClientRects().length > 0) ?? null;
"#;

/// How far a slider's thumb can travel to the right within its track, in whole pixels.
pub(crate) const TRAVEL: &str = r#"
const thumb = arguments[0].getBoundingClientRect();
return Math.floor(arguments[0].parentElement.getBoundingClientRect().right - thumb.right);
"#;

/// Brings an element to where a pointer can reach it.
pub(crate) const INTO_VIEW: &str = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";

/// Answers when what the page shows by now has been painted.
pub(crate) const PAINTED: &str = r#"
const done = arguments[arguments.length - 1];
document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))));
"#;
