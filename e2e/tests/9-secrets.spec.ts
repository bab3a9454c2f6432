import { expect, passwordOf, test } from "../support/fixtures.ts";
import { readRun } from "../support/run.ts";
import { commandLines, forms, logs, secretsOfTheMachine } from "../support/secrets.ts";
import { vanguard } from "../support/vanguard.ts";

/** Last, so that it looks at what everything before it has left in the logs of server, worker, simulator and database. */
test("no secret is in a log, in the list of processes or in what a command prints as JSON", async ({ page }) => {
  const secrets = secretsOfTheMachine();
  const bearer = async (username: string) => {
    const data = { username, password: passwordOf(username) };
    const token = (await (await page.request.post("/api/auth/login", { data })).json()).token as string;
    return { headers: { Authorization: `Bearer ${token}` }, token };
  };
  const { headers, token } = await bearer("admin");
  secrets["a session"] = token;
  const made = await page.request.post("/api/auth/tokens", { headers, data: { name: "canary", days: 1 } });
  secrets["an access token"] = (await made.json()).token;
  const guest = { organizationId: "RIO", username: "canary-guest", displayName: "Guest", role: "viewer", granted: [] };
  const invited = await page.request.post("/api/users", { headers, data: guest });
  secrets["an invitation"] = (await invited.json()).invitationToken;
  secrets["a mistyped password"] = "canary mistyped+/password";
  const wrong = { username: "viewer", password: secrets["a mistyped password"] };
  expect((await page.request.post("/api/auth/login", { data: wrong })).status()).toBe(401);
  await page.request.get("/api/none", { headers: { Authorization: `Bearer ${secrets["an invitation"]}` } });

  const said: Record<string, string> = { ...logs(), "the list of processes": commandLines() };
  for (const command of [["secrets", "verify"], ["audit", "verify"]]) {
    said[command.join(" ")] = JSON.stringify(vanguard(...command));
  }
  for (const url of [readRun().server.managementUrl, ...readRun().workers.map((worker) => worker.managementUrl)]) {
    said[url] = await (await page.request.get(`${url}/actuator/prometheus`)).text();
  }

  expect(Object.keys(said)).toEqual(expect.arrayContaining(["server.log", "worker.log", "the list of processes"]));
  expect(said["the list of processes"]).toContain("vanguard-launcher.jar");
  for (const [name, secret] of Object.entries(secrets)) {
    expect(secret, name).toBeTruthy();
    for (const [place, text] of Object.entries(said)) {
      for (const form of forms(secret)) expect(text.includes(form), `${name} in ${place}`).toBe(false);
    }
  }
});
