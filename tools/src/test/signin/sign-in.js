// See run. The chain is the one that users start; the browser is started with the flags that `up` prints.
const assert = require("node:assert");
const { after, before, test } = require("node:test");
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");

const AXE = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const PAGE = fs.readFileSync(path.join(__dirname, "page.html"));
const MSAL = fs.readFileSync(require.resolve("@azure/msal-browser").replace(/lib.*/, "lib/msal-browser.min.js"));
const SCREENSHOTS = path.resolve("target/signin/screenshots");
const LOGIN = "https://login.microsoftonline.com/";

let up, known, own, other, profile, browser;
const errors = [];
const hosts = new Set();

before(async () => { // with a start of the chain
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  [own, other] = [await serve(), await serve()];
  up = spawn("./gatehouse", ["up", "--port", "0", "--function-port", "0", "--spa", origin(own) + "/"], { stdio: ["ignore", "ignore", "inherit"] });
  known = await announced();
  profile = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-browser-"));
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM,
    chromiumSandbox: process.getuid() !== 0,
    args: [`--proxy-server=${known.proxy.replace("http://", "")}`, `--ignore-certificate-errors-spki-list=${known.publicKeyHash}`]
  });
  browser.setDefaultTimeout(20_000);
  browser.on("console", line => line.type() === "error" && errors.push(line.text()));
  browser.on("weberror", fault => errors.push(String(fault.error())));
  browser.on("request", request => hosts.add(new URL(request.url()).hostname));
});

after(async () => {
  await browser?.close();
  up?.kill();
  [own, other].forEach(server => server?.close());
  if (profile) fs.rmSync(profile, { recursive: true, force: true });
});

test("a page signs a user in, who consents once, and calls the API", { timeout: 300_000 }, async () => {
  const page = await open(own, "GET", "/whoami");
  await page.click("#in");
  await page.waitForURL(LOGIN + "**");
  assert.match(await page.textContent("main"), /Pick an account.*demo-page.*Ada Example/s);
  await looked(page, "accounts");
  await page.click("text=Ada Example");
  await page.waitForSelector("text=Permissions requested");
  assert.match(await page.textContent("main"), /accounts\.read/);
  await looked(page, "consent");
  await page.click("text=Accept");
  await page.waitForURL(origin(own) + "/**");
  await result(page, "signed in ada@example.com");

  await page.click("#call");
  const answer = await result(page, "200");
  assert.match(answer, /accounts\.read/);
  await page.click("#renew");
  await result(page, "renewed false");
  await page.click("#in");
  await result(page, "signed in ada@example.com"); // without a page in between
  await page.close();
});

test("a page reads why a call is refused", { timeout: 300_000 }, async () => {
  const page = await open(own, "POST", "/accounts");
  await result(page, "signed");
  await page.click("#in");
  await page.waitForURL(origin(own) + "/**");
  await result(page, "signed in ada@example.com");
  await page.click("#call");
  assert.match(await result(page, "403"), /insufficient_scope/);
  await page.close();
});

test("a page of an origin that the gateway does not list signs users in, and cannot call", { timeout: 300_000 }, async () => {
  const page = await open(other, "GET", "/whoami");
  await page.click("#in");
  await page.waitForURL(origin(other) + "/**");
  await result(page, "signed in ada@example.com");
  errors.length = 0;
  await page.click("#call");
  await result(page, "failed TypeError");
  assert.match(errors.join(), /CORS policy/);
  errors.length = 0;
  await page.close();
});

test("an address that is not registered is shown on a page", { timeout: 300_000 }, async () => {
  const page = await browser.newPage();
  const answer = await page.goto(known.authority + "oauth2/v2.0/authorize?" + new URLSearchParams({
    client_id: known.pageId, response_type: "code", scope: "openid", redirect_uri: "https://evil.example/"
  }));
  assert.equal(answer.status(), 400);
  assert.match(await page.textContent("main"), /AADSTS50011.*Registered for demo-page: http:\/\/localhost/s);
  await looked(page, "error");
  errors.length = 0; // Chromium reports the status 400
  await page.close();
});

test("a device's code is approved by keyboard alone", { timeout: 300_000 }, async () => {
  const page = await open(own, "GET", "/whoami");
  const code = await page.evaluate(async ({ url, body }) => {
    const answer = await fetch(url, { method: "POST", body: new URLSearchParams(body) });
    return (await answer.json()).user_code;
  }, { url: known.authority + "oauth2/v2.0/devicecode", body: { client_id: known.desktopId, scope: scope() } });
  await page.goto("https://microsoft.com/devicelogin");
  assert.equal(page.url(), LOGIN + "common/oauth2/deviceauth");
  await looked(page, "device");
  await page.keyboard.type("abcdefghj");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=That code does not work.");
  await looked(page, "device-wrong");
  errors.length = 0; // Chromium reports the status 400
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=Pick an account");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("text=You signed in to demo-desktop on your device.");
  await looked(page, "device-done");
  await page.close();
});

test("nothing was reported in the console, and no other host was asked", () => {
  assert.deepEqual(errors, []);
  assert.deepEqual([...hosts].sort(), ["localhost", "login.microsoftonline.com", "microsoft.com"]);
});

function scope() {
  return known.scope.replace(".default", "accounts.read");
}

async function open(server, method, path) {
  const page = await browser.newPage();
  const settings = {
    clientId: known.pageId, authority: known.authority, scope: scope(),
    gateway: known.gateway, subscriptionKey: known.subscriptionKey, method, path
  };
  await page.goto(origin(server) + "/?settings=" + encodeURIComponent(JSON.stringify(settings)));
  await result(page, "signed");
  return page;
}

async function result(page, start) {
  await page.waitForFunction(begin => document.getElementById("result")?.textContent.startsWith(begin), start)
    .catch(async late => { throw new Error(`expected ${start}, shown: ${await page.textContent("body")} at ${page.url()}`, { cause: late }); });
  return page.textContent("#result");
}

/** Without violations in the light and the dark scheme and at 400 pixels, and kept as pictures. */
async function looked(page, name) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1000, 400]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 720 });
      const { violations } = await page.evaluate(AXE + "; axe.run()");
      assert.deepEqual(violations.map(each => each.id + ": " + each.help), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), name + " is wider than the window");
      await page.screenshot({ path: path.join(SCREENSHOTS, `${name}-${colorScheme}-${width}.png`) });
    }
  }
}

function serve() {
  const server = http.createServer((request, response) => {
    const script = request.url === "/msal-browser.min.js";
    if (request.url === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, { "Content-Type": script ? "text/javascript" : "text/html" }).end(script ? MSAL : PAGE);
  });
  return new Promise(listening => server.listen(0, "localhost", () => listening(server)));
}

function origin(server) {
  return "http://localhost:" + server.address().port;
}

/** Two minutes for a start and its demonstration. The file belongs to this start only if it names its process. */
async function announced() {
  for (let attempt = 0; attempt < 240; attempt++) {
    if (up.exitCode !== null) throw new Error("the chain did not start");
    try {
      const file = JSON.parse(fs.readFileSync("target/gatehouse/up.json", "utf8"));
      if (file.pid === up.pid) return file.variables;
    } catch (notYet) {
      // not there, or being written
    }
    await new Promise(later => setTimeout(later, 500));
  }
  throw new Error("the chain did not start in time");
}
