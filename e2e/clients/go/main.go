// Asks the metadata service with the AWS SDK for Go v2. One line of JSON with the answers, then one with the notice.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/ec2/imds"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

const poll = 100 * time.Millisecond

// Without the expiration: the SDK says an hour from now, so as to refresh more often than it must.
type credentials struct{ AccessKeyId, SecretAccessKey, SessionToken string }

type answers struct {
	InstanceID   string      `json:"instanceId"`
	Region       string      `json:"region"`
	Document     string      `json:"document"`
	Credentials  credentials `json:"credentials"`
	Own          string      `json:"own"`
	Missing      int         `json:"missing"`
	NoticeBefore int         `json:"noticeBefore"`
}

func main() {
	ctx := context.Background()
	cfg := must(config.LoadDefaultConfig(ctx))
	client := imds.NewFromConfig(cfg)
	tell(answers{
		InstanceID:   must(get(ctx, client, "instance-id")),
		Region:       must(client.GetRegion(ctx, nil)).Region,
		Document:     must(document(ctx, client)),
		Credentials:  asPrinted(must(cfg.Credentials.Retrieve(ctx))),
		Own:          must(get(ctx, client, "own/path")),
		Missing:      status(ctx, client, "no/such/path"),
		NoticeBefore: status(ctx, client, "spot/instance-action"),
	})
	for status(ctx, client, "spot/instance-action") == http.StatusNotFound {
		time.Sleep(poll)
	}
	tell(map[string]string{"notice": must(get(ctx, client, "spot/instance-action"))})
}

func get(ctx context.Context, client *imds.Client, path string) (string, error) {
	answer, err := client.GetMetadata(ctx, &imds.GetMetadataInput{Path: path})
	if err != nil {
		return "", err
	}
	return text(answer.Content)
}

func document(ctx context.Context, client *imds.Client) (string, error) {
	answer, err := client.GetDynamicData(ctx, &imds.GetDynamicDataInput{Path: "instance-identity/document"})
	if err != nil {
		return "", err
	}
	return text(answer.Content)
}

func text(content io.ReadCloser) (string, error) {
	defer content.Close()
	bytes, err := io.ReadAll(content)
	return string(bytes), err
}

// status is that of the answer, which the SDK gives with its error.
func status(ctx context.Context, client *imds.Client, path string) int {
	_, err := get(ctx, client, path)
	var refused *smithyhttp.ResponseError
	switch {
	case err == nil:
		return http.StatusOK
	case errors.As(err, &refused):
		return refused.HTTPStatusCode()
	}
	log.Fatal(err)
	return 0
}

func asPrinted(found aws.Credentials) credentials {
	return credentials{found.AccessKeyID, found.SecretAccessKey, found.SessionToken}
}

func tell(learned any) {
	fmt.Println(string(must(json.Marshal(learned))))
}

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
