// What is shown when the page cannot start: an old browser, a file that does not come or is another one,
// a page opened from the disk. A classic script beside the page, in ES5, so that any browser reads it
// (`tools/start.mjs` refuses newer signs). Where even this one does not come, `#no-start` in index.html
// shows itself.
import { missing } from "./kernel.js";

var WORDS = {
  zh: {
    old: ["这个浏览器太旧，打不开客户列表", "请换新版的 Chrome、Edge、Firefox 或 Safari 打开。"],
    locked: [
      "这个浏览器打不开客户列表",
      "请换新版的 Chrome、Edge、Firefox 或 Safari；iPhone 或 iPad 开着「锁定模式」的，请为这个网站关掉它。",
    ],
    disk: ["从文件夹里打不开客户列表", "请用管理员给你的网址打开，以 https:// 开头的那个。"],
    files: [
      "页面没有启动成功",
      "网站没有给出页面需要的文件，可能刚换了新版本。请重新加载；还是不行，把下面「给管理员看」的内容发给管理员。",
    ],
    start: [
      "页面没有启动成功",
      "可能是网络断了，或者刚换了新版本。请重新加载；还是不行，把下面「给管理员看」的内容发给管理员。",
    ],
    reload: "重新加载",
    details: "给管理员看",
  },
  en: {
    old: ["This browser is too old for the customer list", "Open it in an up-to-date Chrome, Edge, Firefox or Safari."],
    locked: [
      "This browser cannot open the customer list",
      "Use an up-to-date Chrome, Edge, Firefox or Safari. If Lockdown Mode is on (iPhone or iPad), turn it off for this website.",
    ],
    disk: ["The customer list cannot be opened from a folder", "Use the address your administrator gave you, the one that starts with https://."],
    files: [
      "The page did not start",
      "The website did not send a file the page needs; a new version may have just been released. Reload; if that does not help, send your administrator the text under “For the administrator”.",
    ],
    start: [
      "The page did not start",
      "You may be offline, or a new version may have just been released. Reload; if that does not help, send your administrator the text under “For the administrator”.",
    ],
    reload: "Reload",
    details: "For the administrator",
  },
};

var root = document.documentElement;
var isShown = false;

window.kehuNoStart = explain;
var lack = missing();
if (location.protocol === "file:") show("disk", "file:");
else if (lack) show(lack === "WebAssembly" ? "locked" : "old", "no " + lack);
else if (window.kehuNoStartNote) explain(window.kehuNoStartNote);
// All scripts have run by then, or will not: the browser's event waits for them.
else if (document.readyState === "complete") look();
else addEventListener("load", look);

/** Whether the start script and the style sheet have come. */
function look() {
  var style = document.querySelector('link[rel="stylesheet"]');
  var script = document.querySelector('script[type="module"]');
  if (!root.hasAttribute("data-starting") && !window.kehuNoStartNote) explain({ address: script.src, line: "start" });
  // A sheet that was refused is there, and empty.
  else if (style && !(style.sheet && style.sheet.cssRules.length)) explain({ address: style.href, line: "style" });
}

/** Asks for the file once more to know what is wrong with it. */
function explain(note) {
  if (!note.address) return show(note.reason || "start", note.line);
  var name = note.address.split("/").pop();
  var hasCome = note.line === "start" && came(note.address);
  var call = new XMLHttpRequest();
  call.open("GET", note.address);
  call.onload = function () {
    var type = call.getResponseHeader("Content-Type") || "no type";
    var isMeant = call.status === 200 && !/^\s*</.test(call.responseText) && expected(name).test(type);
    var reason = !isMeant ? "files" : hasCome ? "old" : "start";
    show(reason, name + ": " + call.status + ", " + type + " (" + note.line + ")");
  };
  call.onerror = function () {
    show("start", name + ": no answer (" + note.line + ")");
  };
  call.send();
}

function expected(name) {
  // Another type of WebAssembly is survived (`start/chunks.js`), unless it is that of a page.
  if (/\.wasm$/.test(name)) return /^(?!text\/html)/;
  return /\.css$/.test(name) ? /css/ : /(java|ecma)script/;
}

/** Whether a file came as it should: then it is the browser that could not read it. */
function came(address) {
  var timing = performance.getEntriesByName(address)[0];
  return timing && timing.responseStatus === 200;
}

function show(reason, line) {
  // What stands in index.html for the case without scripts has to be there to be taken away.
  if (document.readyState === "loading") {
    return document.addEventListener("DOMContentLoaded", function () {
      show(reason, line);
    });
  }
  if (isShown) return;
  isShown = true;
  // The start script knows the chosen language.
  var tag = root.hasAttribute("data-starting") || window.kehuNoStartNote ? root.lang : navigator.language;
  var words = /^en/i.test(tag) ? WORDS.en : WORDS.zh;
  var isBrowser = reason === "old" || reason === "locked";
  var inner = element("div", "no-start__box");
  inner.appendChild(element("h1", "", words[reason][0])).id = "no-start-title";
  inner.appendChild(element("p", "", words[reason][1]));
  if (!isBrowser && reason !== "disk") {
    var reload = element("button", "button button--accent", words.reload);
    reload.onclick = function () {
      location.reload();
    };
    inner.appendChild(reload);
  }
  var details = element("details", "");
  details.appendChild(element("summary", "", words.details));
  var version = document.querySelector('meta[name="version"]');
  var text = ["Kehu " + ((version && version.content) || "debug"), line, navigator.userAgent].join("\n");
  details.appendChild(element("pre", "no-start__line", text));
  inner.appendChild(details);
  var unasked = document.getElementById("no-start");
  if (unasked) unasked.parentNode.removeChild(unasked);
  // A modal dialog: what lies below, or comes later, is of no use.
  var isModal = typeof HTMLDialogElement === "function";
  var box = element(isModal ? "dialog" : "div", "no-start");
  box.lang = words === WORDS.en ? "en" : "zh-CN";
  box.setAttribute("data-reason", reason);
  box.setAttribute("data-testid", isBrowser ? "unsupported" : "no-start");
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-labelledby", "no-start-title");
  box.appendChild(inner);
  document.body.insertBefore(box, document.body.firstChild);
  if (!isModal) return;
  // Escape leads nowhere: there is no page to go back to.
  box.oncancel = function (event) {
    event.preventDefault();
  };
  box.onclose = function () {
    box.showModal();
  };
  box.showModal();
}

function element(name, className, text) {
  var made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
