/** Something an item lacks: not there at all, or there but not clear enough. */
export type Lack = {
  readonly kind: 'missing' | 'unclear';
  /** For the city, Vietnamese: what is lacking; what is asked. */
  readonly reason: string;
};

export function missing(reason: string): Lack {
  return { kind: 'missing', reason };
}

export function unclear(reason: string): Lack {
  return { kind: 'unclear', reason };
}
