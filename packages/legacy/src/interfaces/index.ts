export {
  GTTStatusTypes,
  MarginTypes,
  PositionTypes,
  ProductTypes,
  StatusTypes,
  ValidityTypes,
  Varieties,
} from "./connect-enums.ts";
export { Exchanges, MarketProtections, OrderTypes, Products, TransactionTypes, Validities } from "./ticker-enums.ts";
