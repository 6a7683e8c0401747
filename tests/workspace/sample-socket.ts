export { SampleSocket as default } from "./sample-prelude.ts";
