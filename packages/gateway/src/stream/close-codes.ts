/** WebSocket close codes of the gateway. */
export interface CloseCodes {
  /** 4001: signed out, or 06:00 IST, or Kite has ended the session. */
  readonly sessionOver: number;
  /** 4003: this browser is not signed in. */
  readonly notSignedIn: number;
  /** 4008: more tabs, or more messages, than the limits allow. */
  readonly tooMuch: number;
  /** 1001: the server stops. */
  readonly goingAway: number;
}

export const closeCodes: CloseCodes = { sessionOver: 4001, notSignedIn: 4003, tooMuch: 4008, goingAway: 1001 };
