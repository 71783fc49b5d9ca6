"""Asks the AWS CLI for the one thing it takes from the metadata service: credentials. One line of JSON."""

import json
import subprocess
from urllib.parse import parse_qs, urlsplit


def aws(*words):
    return subprocess.run(["aws", *words], check=True, capture_output=True, text=True).stdout


def credentials():
    """Version 1 prints none, but a presigned address carries them, and is made without a network."""
    address = aws("s3", "presign", "s3://bucket/key", "--region", "us-east-2").strip()
    query = parse_qs(urlsplit(address).query)
    return {
        "AccessKeyId": query["X-Amz-Credential"][0].split("/")[0],
        "SessionToken": query["X-Amz-Security-Token"][0],
    }


def source():
    """What `aws configure list` says in the column Type: iam-role, for those of an instance."""
    rows = [line.split() for line in aws("configure", "list").splitlines()]
    return next(row[2] for row in rows if row[:1] == ["access_key"])


print(json.dumps({"credentials": credentials(), "credentialsFrom": source()}))
