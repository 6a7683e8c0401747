import fc from "fast-check";
import { expect, test } from "vitest";
import { frameOf, packetsOf } from "./packets.ts";

const bytes = fc.uint8Array({ minLength: 4, maxLength: 200 });

test("a frame that is taken apart and put together is the same frame", () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 20 }), (contents) => {
      const packets = contents.map((content) => ({
        token: new DataView(content.slice().buffer).getUint32(0),
        bytes: content,
      }));
      const frame = frameOf(packets);
      expect(packetsOf(frame)).toEqual(packets);
      expect(frameOf(packetsOf(frame))).toEqual(frame);
    }),
  );
});

test("any bytes are read without leaving the frame", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (frame) => {
      for (const packet of packetsOf(frame)) {
        expect(packet.bytes.byteOffset + packet.bytes.byteLength).toBeLessThanOrEqual(
          frame.byteOffset + frame.byteLength,
        );
      }
    }),
  );
});
