/** Certificates for one test: an authority of its own, and a server's certificate signed by it. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { findOpenssl, NO_OPENSSL } from "./openssl-binary.ts";

export interface Certificates {
  /** The authority's certificate: whoever trusts it trusts the server. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
}

/** Makes them in a folder; the server's is for 127.0.0.1 and for no host of another name. Good for a day. */
export function makeCertificates(folder: string): Certificates {
  const binary = findOpenssl();
  if (binary === undefined) throw new Error(NO_OPENSSL);
  const at = (name: string): string => join(folder, name);
  const openssl = (...words: string[]): void => {
    execFileSync(binary, words, { stdio: ["ignore", "ignore", "pipe"] });
  };
  const newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const authority = [...newKey, "-keyout", at("ca.key"), "-out", at("ca.crt"), "-subj", "/CN=Authority of a test"];
  openssl("req", "-x509", ...authority, "-days", "1", "-addext", "keyUsage=critical,keyCertSign");
  openssl("req", ...newKey, "-keyout", at("server.key"), "-out", at("server.csr"), "-subj", "/CN=Server of a test");
  writeFileSync(at("server.ext"), "subjectAltName=IP:127.0.0.1\n");
  const signed = ["-in", at("server.csr"), "-CA", at("ca.crt"), "-CAkey", at("ca.key"), "-CAcreateserial"];
  openssl("x509", "-req", ...signed, "-out", at("server.crt"), "-days", "1", "-extfile", at("server.ext"));
  return { authority: at("ca.crt"), certificate: at("server.crt"), key: at("server.key") };
}
