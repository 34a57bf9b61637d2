// Fills the Postman environment from the running `gatehouse up` of the given process, for newman:
//   node requests/environment.js PID FOLDER
// Ends with 3 while that process does not serve yet.
const fs = require("fs");
const path = require("path");

const [pid, folder] = process.argv.slice(2);
const write = (name, text) => fs.writeFileSync(path.join(folder, name), text, { mode: 0o600 });

const up = announced();
if (String(up.pid) !== pid) {
  process.exit(3);
}
const environment = JSON.parse(fs.readFileSync(path.join(__dirname, "gatehouse.postman_environment.json"), "utf8"));
for (const variable of environment.values) {
  variable.value = variable.key === "skip" ? "never" : up.variables[variable.key];
  if (!variable.value) {
    throw new Error("'gatehouse up' gives no value for " + variable.key);
  }
}
write("certificate.pem", fs.readFileSync(up.variables.certificate));
write("proxy", up.variables.proxy);
write("environment.json", JSON.stringify(environment)); // last: when it is there, all are

function announced() {
  try {
    return JSON.parse(fs.readFileSync("target/gatehouse/up.json", "utf8"));
  } catch (notYet) {
    return {}; // not there, or being written
  }
}
