import { createServer, request as forward, type IncomingMessage } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Proxy {
  /** Address without a name and password. */
  readonly url: string;
  /** What was asked of it: `CONNECT host:port`, or a method and an address. */
  readonly asked: readonly string[];
}

/** A proxy on this machine. With `auth` (`name:password`) it lets nobody else through, and repeats what it was told. */
export async function aProxy(auth?: string): Promise<Proxy> {
  const asked: string[] = [];
  const wanted = auth === undefined ? undefined : `Basic ${Buffer.from(auth).toString("base64")}`;
  const isLetIn = ({ headers }: IncomingMessage): boolean =>
    wanted === undefined || headers["proxy-authorization"] === wanted;
  const told = ({ headers }: IncomingMessage): string =>
    Buffer.from(String(headers["proxy-authorization"]).replace("Basic ", ""), "base64").toString();
  const server = createServer((request, response) => {
    asked.push(`${String(request.method)} ${String(request.url)}`);
    if (!isLetIn(request)) {
      response.writeHead(407, { "content-type": "text/html" });
      response.end(`<h1>Proxy does not know ${told(request)}</h1>`);
      return;
    }
    const through = forward(String(request.url), { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    through.on("error", () => response.destroy());
    request.pipe(through);
  });
  server.on("connect", (request, socket) => {
    asked.push(`CONNECT ${String(request.url)}`);
    socket.on("error", () => undefined);
    if (!isLetIn(request)) {
      socket.end(`HTTP/1.1 407 Proxy does not know ${told(request)}\r\n\r\n`);
      return;
    }
    const [host = "", port = ""] = String(request.url).split(":");
    const target = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      target.pipe(socket);
      socket.pipe(target);
    });
    target.on("error", () => socket.destroy());
    socket.on("close", () => target.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
