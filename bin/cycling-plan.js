#!/usr/bin/env node
// What runs most often is one file; all other commands are parts that share what they need.
const { main } = await (process.argv[2] === "generate" ? import("../dist/generate.js") : import("../dist/main.js"));

process.exitCode = await main(new URL("..", import.meta.url));
