// A CRM that says how it was asked: `node deploy/mirror.mjs PORT`. It sends every header that would act on the
// page's host; `/calls` lists what reached it.
//   ?status=429  answers with this status     ?packed  is sent as gzip
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";

const [port] = process.argv.slice(2);
const long = "max-age=99999999; includeSubDomains";
const headers = {
  "Accept-CH": "Sec-CH-UA-Model",
  "Accept-Ranges": "bytes",
  "Access-Control-Allow-Credentials": "true",
  "Access-Control-Allow-Origin": "https://elsewhere.example",
  "Alt-Svc": 'h3="elsewhere.example:443"; ma=99999999',
  "Cache-Control": "public, max-age=99999999",
  "Clear-Site-Data": '"*"',
  "Content-Disposition": "attachment",
  "Content-Language": "tlh",
  "Content-Location": "https://elsewhere.example/",
  "Content-Security-Policy": "default-src *",
  "Content-Security-Policy-Report-Only": "default-src 'none'; report-uri https://elsewhere.example/",
  "Content-Type": "application/json",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Opener-Policy": "unsafe-none",
  "Cross-Origin-Resource-Policy": "cross-origin",
  Date: "Fri, 20 Nov 2026 01:02:03 GMT",
  ETag: '"mirror"',
  Expires: "Fri, 20 Nov 2037 01:02:03 GMT",
  "Expect-CT": "max-age=99999999, enforce",
  "Last-Modified": "Fri, 20 Nov 2026 01:02:03 GMT",
  Link: "<https://elsewhere.example/x.js>; rel=preload; as=script",
  Location: "https://elsewhere.example/",
  NEL: '{"report_to":"x","max_age":99999999,"include_subdomains":true}',
  "Observe-Browsing-Topics": "?1",
  "Origin-Agent-Cluster": "?0",
  "Permissions-Policy": "camera=*",
  Pragma: "x",
  "Proxy-Authenticate": "Basic",
  "Public-Key-Pins": "max-age=99999999",
  "Referrer-Policy": "unsafe-url",
  Refresh: "0; url=https://elsewhere.example/",
  "Report-To": '{"group":"x","max_age":99999999,"endpoints":[{"url":"https://elsewhere.example/"}]}',
  "Reporting-Endpoints": 'x="https://elsewhere.example/"',
  "Retry-After": "7",
  Server: "mirror",
  "Service-Worker-Allowed": "/",
  "Set-Cookie": ["crm=1", "other=2; Domain=example"],
  "Set-Login": "logged-out",
  SourceMap: "https://elsewhere.example/x.map",
  "Speculation-Rules": '"https://elsewhere.example/x.json"',
  "Strict-Transport-Security": long,
  "Supports-Loading-Mode": "credentialed-prerender",
  "Timing-Allow-Origin": "*",
  Via: "1.1 mirror",
  "WWW-Authenticate": "Basic",
  "X-Accel-Buffering": "no",
  "X-Accel-Charset": "utf-7",
  "X-Accel-Expires": "99999999",
  "X-Accel-Limit-Rate": "1",
  "X-Accel-Redirect": "/config.json",
  "X-Content-Type-Options": "sniff",
  "X-DNS-Prefetch-Control": "on",
  "X-Frame-Options": "ALLOWALL",
  "X-Kehu-Queue": "19",
  "X-Powered-By": "mirror",
  "X-XSS-Protection": "0",
};

/** What reached it, in order. */
const calls = [];

createServer(({ method, url, headers: asked }, answer) => {
  if (url === "/calls") return answer.end(JSON.stringify(calls));
  const call = { at: Date.now(), method, url, headers: asked };
  calls.push(call);
  const { searchParams } = new URL(url, "http://mirror");
  for (const [name, value] of Object.entries(headers)) answer.setHeader(name, value);
  answer.statusCode = Number(searchParams.get("status") ?? 200);
  // As long as a list, so that it is worth packing.
  const body = JSON.stringify({ ...call, padding: "x".repeat(4000) });
  if (!searchParams.has("packed")) return answer.end(body);
  answer.setHeader("Content-Encoding", "gzip").end(gzipSync(body));
}).listen(Number(port), "127.0.0.1");
