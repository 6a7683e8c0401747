/** What a store knows of a session. Nothing of it is secret. */
export interface StoredSession {
  readonly id: string;
  readonly user_id: string;
  /** 06:00 IST; may be forgotten then. */
  readonly expires: Date;
}

/**
 * Remembers which sessions are alive, so that the server can end one whose cookie it cannot reach: "log out everywhere". Several
 * servers share one through a database. Without a store a cookie is good until 06:00 IST, or until Kite refuses its token.
 */
export interface SessionStore {
  add(session: StoredSession): Promise<void>;
  isAlive(id: string): Promise<boolean>;
  /** Ends one session. No error when there is none. */
  remove(id: string): Promise<void>;
  /** Ends every session of a user. */
  removeUser(user_id: string): Promise<void>;
}

/** Makes a store in memory: for one process, and gone with it. */
export function memorySessionStore(): SessionStore {
  const sessions = new Map<string, StoredSession>();
  const forgetExpired = (): void => {
    for (const [id, { expires }] of sessions) if (expires.getTime() <= Date.now()) sessions.delete(id);
  };
  return {
    async add(session) {
      forgetExpired();
      sessions.set(session.id, session);
    },
    isAlive: async (id) => sessions.has(id),
    async remove(id) {
      sessions.delete(id);
    },
    async removeUser(user_id) {
      for (const [id, session] of sessions) if (session.user_id === user_id) sessions.delete(id);
    },
  };
}
