/** BullMQ and the Redis client are loaded only where a queue is used, and may be absent. */
import type * as Bull from "bullmq";
import type { Redis } from "ioredis";
import { Failure } from "../failure.ts";

export interface QueuePackages {
  readonly bull: typeof Bull;
  readonly Redis: typeof Redis;
}

/** Fails with kind "invalid" and the line that installs them where they are not there. */
export async function loadQueuePackages(): Promise<QueuePackages> {
  try {
    const [bull, { Redis }] = await Promise.all([import("bullmq"), import("ioredis")]);
    return { bull, Redis };
  } catch (error) {
    throw new Failure(
      "invalid",
      "a queue needs BullMQ and ioredis, which are not installed here",
      [
        "Install them beside caremarket with: npm install bullmq@6.7.0 ioredis@6.0.0",
        "Or run slices on several machines and merge them: caremarket sweep … --slice 1/8, then caremarket merge.",
      ],
      {},
      { cause: error },
    );
  }
}
