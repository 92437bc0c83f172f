/** The one door to zod: without its just-in-time compiler, whose probe would trip a strict content-security policy. */
import { z } from "zod";

z.config({ jitless: true });

export { z };
