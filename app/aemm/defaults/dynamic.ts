// AEMM's dynamic data, unless a configuration says otherwise. Documents and signatures are samples: they verify nothing.
import type { Json } from '../settings.ts';

export const DYNAMIC_PATHS: Readonly<Record<string, string>> = {
  'fws-instance-monitoring': '/latest/dynamic/fws/instance-monitoring',
  'instance-identity-document': '/latest/dynamic/instance-identity/document',
  'instance-identity-pkcs': '/latest/dynamic/instance-identity/pkcs7',
  'instance-identity-signature': '/latest/dynamic/instance-identity/signature',
};

export const DYNAMIC_VALUES: Readonly<Record<string, Json>> = {
  'fws-instance-monitoring': 'disabled',
  'instance-identity-document': {
    accountId: '0123456789',
    imageId: 'ami-0b69ea66ff7391e80',
    availabilityZone: 'us-east-1f',
    ramdiskId: null,
    kernelId: null,
    devpayProductCodes: null,
    marketplaceProductCodes: null,
    version: '2017-09-30',
    privateIp: '10.0.7.10',
    billingProducts: null,
    instanceId: 'i-1234567890abcdef0',
    pendingTime: '2019-10-31T07:02:24Z',
    architecture: 'x86_64',
    instanceType: 'm4.xlarge',
    region: 'us-east-1',
  },
  'instance-identity-pkcs':
    'TESTCSqGSIb3DQEHZqCZPIZCZQExCzZJGgUrDgPCGgUZPIZGCSqGSIb3DQEHZaCZJIZEggHderog\nICJhY2NvdW50SWQiIDogIjUxNTPzNjU5NzP4PCIsCiZgImFyY2hpdGVjdHVyZSIgOiZieDg2XzY0\nIirKICZiYXZhaWxhYmlsaXR5Wm9uZSIgOiZidXPtZWFzdC0xYSIsCiZgImJpbGxpbmdQcm9kdWN0\ncyIgOiGudWxsLZogICJkZXZrYXlQcm9kdWN0Q29kZXPiIDogbnVsbCrKICZibWFya2V0cGxhY2VQ\ncm9kdWN0Q29kZXPiIDogbnVsbCrKICZiaW1hZ2VJZCIgOiZiYW1pLTGhODg3ZTQrPWY3NjU0OTP1\nIirKICZiaW5zdGFuY2VJZCIgOiZiaS0rYjU5YTdiN2NlN2UzYmIrYSIsCiZgImluc3RhbmNlVHlr\nZSIgOiZibTQueGxhcmdlIirKICZia2VybmVsSWQiIDogbnVsbCrKICZicGVuZGluZ1RpbWUiIDog\nIjIrPjZtPDPtPDJUPjZ6PzY6NThaIirKICZicHJpdmF0ZUlrIiZ6ICIxNzIuPzEuPzQuNDPiLZog\nICJyYW1kaXNrSWQiIDogbnVsbCrKICZicmVnaW9uIiZ6ICJ1cy1lYXN0LTEiLZogICJ2ZXJzaW9u\nIiZ6ICIyPDE3LTZ5LTPrIgp9ZZZZZZZZPYIGGTCCZRUCZQEraTGcPQsrCQYDVQQGErJVUzEZPGcG\nZ1UECGPQV2FzaGluZ3RvbiGTdGF0ZTEQPZ4GZ1UEGxPHU2VhdHRsZTEgPG4GZ1UEChPXQW1hem9u\nIFdlYiGTZXJ2aWNlcyGPTEPCCQCWukjZ5V4aZzZJGgUrDgPCGgUZoF0rGZYJKoZIhvcNZQkDPQsG\nCSqGSIb3DQEHZTZcGgkqhkiG9r0GCQUxDxcNPjZrPzZyPjZzNzZ1WjZjGgkqhkiG9r0GCQQxFgQU\nN1xlDhvo6cYuGjXZ+mlTW66Ff8rrCQYHKoZIzjgEZrQrPC4CFQCjzjYV1zGUZUxTf6rGO0en/PxR\n3ZIVZK589qSkEaslLdCzeX2GnQ6dz9UeZZZZZZZZ',
  'instance-identity-signature':
    'TesTTKmBbj+DUw6ut6BOr4mFGpax/k6BhIbsotUHvSIhqv7oKqwB4HZhgGP2Gvcxtz5m3QGUbnwI\nhy33GWxjn7+qfZ/GUeZB1Ilc+3rW/P9G/tGxIB3HtqB6q2J6B4DOh6CJiH+BnrHazGW+bJD406Nz\neP9n/rGEGGm0cGEbbeB=',
};
