// The sign of Metadeck.
import { useId } from 'react';

export function Logo({ className }: { className: string | undefined }) {
  const gradient = useId();
  return (
    <svg className={className} viewBox="0 0 32 32" aria-hidden>
      <defs>
        <linearGradient id={gradient} x1="0.3" y1="0" x2="0.7" y2="1">
          <stop offset="0" stopColor="#d9480f" />
          <stop offset="1" stopColor="#f59f00" />
        </linearGradient>
      </defs>
      <rect width="32" height="32" rx="8.5" fill={`url(#${gradient})`} />
      <path d="M10.5 21.5v-11l5.5 6 5.5-6v11" fill="none" stroke="#fff" strokeWidth="2.6" strokeLinejoin="round" />
    </svg>
  );
}
