const zh = {
  title: '登录',
  name: '账号',
  password: '密码',
  submit: '登录',
  wrong: '账号或密码不正确。',
  demo: '演示城市：点一下即可登录',
  demoHelp: '这是一座会自己运转的演示城市，数据随时可以重建，放心点。',
}

const en: typeof zh = {
  title: 'Sign in',
  name: 'Account',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'The account or the password is not right.',
  demo: 'Demo city: one click signs you in',
  demoHelp: 'This city runs by itself and can be rebuilt at any time. Click freely.',
}

export const login = { zh, en }
