import "server-only";
import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";
import { AUTHORITY_FILE } from "./authority-file";

/** The authority that clients are told to trust, and the server's own certificate and key, in PEM. */
export type Certificate = { cert: string; key: string };

const CERTIFICATE_FILE = "acs-certificate.pem";
const KEY_FILE = "acs-key.pem";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const YEARS_MS = 10 * 365 * 24 * 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * The certificate of this installation for `localhost` and names below it, made together with its
 * authority at the first start. The authority's key is thrown away at once, so that nobody can make
 * another certificate that its clients trust.
 */
export async function keepCertificate(folder: string): Promise<Certificate> {
  const [certFile, keyFile] = [path.join(folder, CERTIFICATE_FILE), path.join(folder, KEY_FILE)];
  if (!existsSync(certFile) || !existsSync(keyFile)) await makeFiles(folder);
  return { cert: await readFile(certFile, "utf8"), key: await readFile(keyFile, "utf8") };
}

async function makeFiles(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { authority, cert, key } = await makeCertificate(new Date());
  // The certificate last: while it is missing, the next start makes all of them anew.
  await write(path.join(folder, AUTHORITY_FILE), authority, 0o644);
  await write(path.join(folder, KEY_FILE), key, 0o600);
  await write(path.join(folder, CERTIFICATE_FILE), `${cert}\n${authority}\n`, 0o644);
}

async function write(file: string, text: string, mode: number): Promise<void> {
  await writeFile(`${file}.new`, text, { mode });
  await rename(`${file}.new`, file);
}

async function makeCertificate(now: Date) {
  const crypto = webcrypto as Crypto;
  const dates = {
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + YEARS_MS),
  };
  const authorityKeys = await makeKeys(crypto);
  const authority = await X509CertificateGenerator.createSelfSigned(
    {
      ...dates,
      name: "CN=Rostrum local authority",
      keys: authorityKeys,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    },
    crypto,
  );
  const keys = await makeKeys(crypto);
  const certificate = await X509CertificateGenerator.create(
    {
      ...dates,
      subject: "CN=localhost",
      issuer: authority.subject,
      publicKey: keys.publicKey,
      signingKey: authorityKeys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([
          { type: "dns", value: "localhost" },
          { type: "dns", value: "*.localhost" },
          { type: "ip", value: "127.0.0.1" },
          { type: "ip", value: "::1" },
        ]),
      ],
    },
    crypto,
  );
  const pkcs8 = await crypto.subtle.exportKey("pkcs8", keys.privateKey);
  return {
    authority: authority.toString("pem"),
    cert: certificate.toString("pem"),
    key: PemConverter.encode(pkcs8, "PRIVATE KEY"),
  };
}

function makeKeys(crypto: Crypto): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
}
