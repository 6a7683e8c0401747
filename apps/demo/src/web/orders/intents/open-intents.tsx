import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { useAccount } from "../../api/use-account.ts";
import { announce } from "../../states/announcer.tsx";
import { intentKeys, isIntentKey } from "./intent-keys.ts";

type Orders = ComponentType<{ readonly user_id: string }>;

/** Tells what became of orders that a page was placing when it was closed. What that takes is loaded when there is such an order. */
export function OpenIntents(): ReactNode {
  const user_id = useAccount().data?.profile.user_id;
  const [Orders, setOrders] = useState<Orders>();
  useEffect(() => {
    if (user_id === undefined) return undefined;
    const load = () =>
      void import("./recovered-orders.tsx").then(
        ({ RecoveredOrders }) => setOrders(() => RecoveredOrders),
        () => announce("An order may have been placed by a page that was closed: look at the order book"),
      );
    if (intentKeys(localStorage, user_id).length > 0) load();
    // written by a page that is there, which may be closed before its order is placed
    const follow = ({ key, newValue }: StorageEvent) => {
      if (newValue !== null && isIntentKey(key, user_id)) load();
    };
    addEventListener("storage", follow);
    return () => removeEventListener("storage", follow);
  }, [user_id]);
  return user_id !== undefined && Orders ? <Orders user_id={user_id} /> : null;
}
