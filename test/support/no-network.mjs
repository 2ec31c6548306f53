/**
 * Refuses every connection that would leave this machine. Tests load it as a vitest setup file; a process that a test
 * starts loads it through `NODE_OPTIONS=--import=<this file>`.
 */
import { Socket as DatagramSocket } from "node:dgram";
import { Socket } from "node:net";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;

function refuseUnlessLoopback(host) {
  if (LOOPBACK.test(host)) return;
  throw new Error(`a test tried to reach ${host}: the default test run has no network`);
}

// Once in each process: test files of one worker share it.
const GUARD = Symbol.for("cycling-plan: no network");
const isGuarded = globalThis[GUARD] === true;
globalThis[GUARD] = true;

const connect = Socket.prototype.connect;
if (!isGuarded)
  Socket.prototype.connect = function (...given) {
    // net.connect hands its arguments over as one array that it has put in order.
    const [first, second] = Array.isArray(given[0]) ? given[0] : given;
    const isPipe = typeof first === "string" || typeof first?.path === "string";
    if (!isPipe)
      refuseUnlessLoopback(typeof first === "object" ? (first?.host ?? "localhost") : (second ?? "localhost"));
    return connect.apply(this, given);
  };

const send = DatagramSocket.prototype.send;
if (!isGuarded)
  DatagramSocket.prototype.send = function (...given) {
    const host = given.slice(1).find((value) => typeof value === "string");
    refuseUnlessLoopback(host ?? "localhost");
    return send.apply(this, given);
  };
