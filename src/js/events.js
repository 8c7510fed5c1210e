/**
 * Events as other services send them to a function, in the shapes that the Lambda developer guide documents, with
 * values of this playground's own.
 *
 * @type {Record<string, unknown>}
 */
const TEMPLATES = {
  "hello-world": { key1: "value1", key2: "value2", key3: "value3" },
  "api-gateway-rest": {
    resource: "/orders/{orderId}",
    path: "/orders/1007",
    httpMethod: "POST",
    headers: {
      Accept: "application/json",
      "Content-Type": "application/json",
      Host: "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
      "User-Agent": "curl/8.5.0",
      "X-Amzn-Trace-Id": "Root=1-692d6018-3c1f5d7e9b2a4c6e8f0a1b2c",
      "X-Forwarded-For": "203.0.113.25",
      "X-Forwarded-Port": "443",
      "X-Forwarded-Proto": "https",
    },
    multiValueHeaders: {
      Accept: ["application/json"],
      "Content-Type": ["application/json"],
      Host: ["a1b2c3d4e5.execute-api.us-east-1.amazonaws.com"],
      "User-Agent": ["curl/8.5.0"],
      "X-Amzn-Trace-Id": ["Root=1-692d6018-3c1f5d7e9b2a4c6e8f0a1b2c"],
      "X-Forwarded-For": ["203.0.113.25"],
      "X-Forwarded-Port": ["443"],
      "X-Forwarded-Proto": ["https"],
    },
    queryStringParameters: { currency: "EUR", tag: "new" },
    multiValueQueryStringParameters: { currency: ["EUR"], tag: ["gift", "new"] },
    pathParameters: { orderId: "1007" },
    stageVariables: { alias: "prod" },
    requestContext: {
      accountId: "123456789012",
      apiId: "a1b2c3d4e5",
      domainName: "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
      domainPrefix: "a1b2c3d4e5",
      extendedRequestId: "PzX4mEaNIAMFpVw=",
      httpMethod: "POST",
      identity: {
        accessKey: null,
        accountId: null,
        caller: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: "203.0.113.25",
        user: null,
        userAgent: "curl/8.5.0",
        userArn: null,
      },
      path: "/prod/orders/1007",
      protocol: "HTTP/1.1",
      requestId: "3f0c8f1e-52d4-4c1b-9a53-6e1f0d7b2a94",
      requestTime: "01/Dec/2025:09:30:00 +0000",
      requestTimeEpoch: 1764581400000,
      resourceId: "7xk2pq",
      resourcePath: "/orders/{orderId}",
      stage: "prod",
    },
    body: '{"item":"notebook","count":2}',
    isBase64Encoded: false,
  },
  "api-gateway-http": {
    version: "2.0",
    routeKey: "POST /orders/{orderId}",
    rawPath: "/prod/orders/1007",
    rawQueryString: "currency=EUR&tag=gift&tag=new",
    cookies: ["session=9c41", "theme=dark"],
    headers: {
      accept: "application/json",
      "content-length": "29",
      "content-type": "application/json",
      host: "f6g7h8i9j0.execute-api.us-east-1.amazonaws.com",
      "user-agent": "curl/8.5.0",
      "x-amzn-trace-id": "Root=1-692d6018-3c1f5d7e9b2a4c6e8f0a1b2c",
      "x-forwarded-for": "203.0.113.25",
      "x-forwarded-port": "443",
      "x-forwarded-proto": "https",
    },
    queryStringParameters: { currency: "EUR", tag: "gift,new" },
    pathParameters: { orderId: "1007" },
    stageVariables: { alias: "prod" },
    requestContext: {
      accountId: "123456789012",
      apiId: "f6g7h8i9j0",
      domainName: "f6g7h8i9j0.execute-api.us-east-1.amazonaws.com",
      domainPrefix: "f6g7h8i9j0",
      http: {
        method: "POST",
        path: "/prod/orders/1007",
        protocol: "HTTP/1.1",
        sourceIp: "203.0.113.25",
        userAgent: "curl/8.5.0",
      },
      requestId: "PzX4mgjAIAMEJrQ=",
      routeKey: "POST /orders/{orderId}",
      stage: "prod",
      time: "01/Dec/2025:09:30:00 +0000",
      timeEpoch: 1764581400000,
    },
    body: '{"item":"notebook","count":2}',
    isBase64Encoded: false,
  },
  "s3-put": {
    Records: [
      {
        eventVersion: "2.1",
        eventSource: "aws:s3",
        awsRegion: "us-east-1",
        eventTime: "2025-12-01T09:30:00.000Z",
        eventName: "ObjectCreated:Put",
        userIdentity: { principalId: "AWS:AIDAEXAMPLEPRINCIPAL" },
        requestParameters: { sourceIPAddress: "203.0.113.25" },
        responseElements: {
          "x-amz-request-id": "C3D13FE58DE4C810",
          "x-amz-id-2": "FMyUVURIY8/IgAtTv8xRjskZQpcIZ9KG4V5Wp6S7S/JRWeUWerMUE5JgHvANOjpD",
        },
        s3: {
          s3SchemaVersion: "1.0",
          configurationId: "lambda-version-demo-on-upload",
          bucket: {
            name: "lambda-version-demo-uploads",
            ownerIdentity: { principalId: "A3NL1KOZZKExample" },
            arn: "arn:aws:s3:::lambda-version-demo-uploads",
          },
          object: {
            key: "orders/2025-12-01/order+1007.json",
            size: 1024,
            eTag: "d41d8cd98f00b204e9800998ecf8427e",
            versionId: "096fKKXTRTtl3on89fVO.nfljtsv6qko",
            sequencer: "0055AED6DCD90281E5",
          },
        },
      },
    ],
  },
  sqs: {
    Records: [
      {
        messageId: "059f36b4-87a3-44ab-83d2-661975830a7d",
        receiptHandle: "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
        body: '{"orderId":1007,"item":"notebook","count":2}',
        attributes: {
          ApproximateReceiveCount: "1",
          SentTimestamp: "1764581400000",
          SenderId: "AIDAEXAMPLESENDER",
          ApproximateFirstReceiveTimestamp: "1764581400012",
        },
        messageAttributes: {
          priority: { stringValue: "high", stringListValues: [], binaryListValues: [], dataType: "String" },
        },
        md5OfBody: "8d5b5e8eb89de792e88f7cbe7ee8f503",
        eventSource: "aws:sqs",
        eventSourceARN: "arn:aws:sqs:us-east-1:123456789012:lambda-version-demo-orders",
        awsRegion: "us-east-1",
      },
      {
        messageId: "2e1424d4-f796-459a-8184-9c92662be6da",
        receiptHandle: "AQEBzWwaftRI0KuVm4tP+/7q1rGgNqicHq",
        body: '{"orderId":1008,"item":"pencil","count":12}',
        attributes: {
          ApproximateReceiveCount: "2",
          SentTimestamp: "1764581401000",
          SenderId: "AIDAEXAMPLESENDER",
          ApproximateFirstReceiveTimestamp: "1764581401018",
        },
        messageAttributes: {},
        md5OfBody: "3e3488b620c1b51758e23405a8633f45",
        eventSource: "aws:sqs",
        eventSourceARN: "arn:aws:sqs:us-east-1:123456789012:lambda-version-demo-orders",
        awsRegion: "us-east-1",
      },
    ],
  },
  eventbridge: {
    version: "0",
    id: "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
    "detail-type": "Order Placed",
    source: "com.example.shop",
    account: "123456789012",
    time: "2025-12-01T09:30:00Z",
    region: "us-east-1",
    resources: [],
    detail: { orderId: 1007, customer: "Ada", items: [{ item: "notebook", count: 2 }] },
  },
  scheduled: {
    version: "0",
    id: "cdc73f9d-aea9-11e3-9d5a-835b769c0d9c",
    "detail-type": "Scheduled Event",
    source: "aws.events",
    account: "123456789012",
    time: "2025-12-01T09:30:00Z",
    region: "us-east-1",
    resources: ["arn:aws:events:us-east-1:123456789012:rule/lambda-version-demo-every-morning"],
    detail: {},
  },
};

/**
 * The JSON of a template.
 *
 * @param {string} name
 */
export function template(name) {
  return JSON.stringify(TEMPLATES[name], null, 2);
}
