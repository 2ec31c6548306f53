import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";

describe("the default test run", () => {
  it("refuses a connection that leaves this machine", async () => {
    await expect(fetch("https://example.org")).rejects.toMatchObject({
      cause: { message: expect.stringContaining("the default test run has no network") as string },
    });
    expect(() => connect(80, "192.0.2.1")).toThrow("192.0.2.1");
    const socket = createSocket("udp4");
    expect(() => {
      socket.send("x", 53, "192.0.2.1");
    }).toThrow("192.0.2.1");
    socket.close();
  });

  it("reaches a server of its own", async () => {
    const server = createServer((_, response) => response.end("here"));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.text()).toBe("here");
    server.close();
  });
});
