export { type Bound, type BoundEndpoint, bind } from "./bind.ts";
export { type BudgetOptions, createBudget, type RateBudget } from "./budget/budget.ts";
export type { BudgetLeft, Grant } from "./budget/grant.ts";
export { defaultRateLimits, type RateBucket, type RateLimit, type RateLimits } from "./budget/limits.ts";
export { createClient, type KiteClient, type KiteConfig, type KiteSettings } from "./client.ts";
export { type Args, defineEndpoint, type Encoded, type Endpoint, type EndpointSpec } from "./endpoint.ts";
export type { CustomEnvironment, Environment, ResolvedEnvironment } from "./environment.ts";
export {
  isKiteError,
  KiteError,
  type KiteErrorCode,
  type KiteErrorDetails,
  type Outcome,
  type SdkErrorCode,
  type ServerErrorCode,
} from "./errors.ts";
export { invalidInput, requireCredential, requireOneOf, requireQuantity, requireText } from "./input.ts";
export { createKite, type SafeClient, type SafeLayers } from "./kite.ts";
export { type CacheOptions, cache } from "./layers/cache.ts";
export { type LogEntry, log } from "./layers/log.ts";
export { type RateLimitOptions, rateLimit } from "./layers/rate-limit.ts";
export type { RetryOptions } from "./layers/repeat.ts";
export { retry } from "./layers/retry.ts";
export { extensible, type Kite, needing, type Plugin, type PluginError } from "./plugin.ts";
export { readGood } from "./read-good.ts";
export type {
  CallOptions,
  Fields,
  FieldValue,
  Layer,
  LayerContext,
  Method,
  Plan,
  Send,
  WireResponse,
} from "./request.ts";
export type { Schema, SchemaIssue, SchemaResult } from "./schema.ts";
export type { Session, SessionExpired, SessionExpiryHook, SessionListener } from "./session.ts";
export type { CallCounts, KiteStats, StatsRecorder } from "./stats.ts";
export type { BodyReader, ReadBody, Transport, TransportAnswer, TransportRequest } from "./transport.ts";
export type { Validation, ValidationMode } from "./validation.ts";
