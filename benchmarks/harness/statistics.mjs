const ascending = (values) => [...values].sort((one, other) => one - other);

export function median(values) {
  const sorted = ascending(values);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

export const lowerQuartile = (values) => ascending(values)[Math.floor(values.length / 4)];
