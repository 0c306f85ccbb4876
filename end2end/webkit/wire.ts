// A wire to the sandbox that can be cut: WebDriver has no way of taking a network away.
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { addressOf } from "../support/editions.ts";

export interface Wire {
  address: string;
  cut: () => void;
}

export async function wire(): Promise<Wire> {
  const { hostname, port } = new URL(addressOf("documented"));
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      open.add(from);
      from.on("error", () => to.destroy()).on("close", () => to.destroy()).pipe(to);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = () => {
    server.close();
    for (const end of open) end.destroy();
  };
  return { address: `http://127.0.0.1:${(server.address() as { port: number }).port}/`, cut };
}
